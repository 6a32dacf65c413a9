/** Copies a text; rejected where the phone does not let it. */
export declare function copyText(text: string): Promise<void>;
