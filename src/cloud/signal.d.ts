/** Calls back each time the phone's signal returns. Gives the way to stop. */
export function onSignal(back: () => void): () => void;
