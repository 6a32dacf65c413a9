/** A browser draws as it goes: there is nothing to wait for. */
export const useDrawn = (): boolean => true;
