/** Shows a picture as large as the screen, where fingers can make it larger still. */
export function lookAt(url: string): void;
