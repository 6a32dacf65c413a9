/** Whether what the component showed first has been drawn: what lies far below it is handed over after that, on its own. */
export declare function useDrawn(): boolean;
