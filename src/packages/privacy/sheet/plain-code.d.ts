/** A QR code of a text in plain ASCII, as base64 of a PNG; undefined on H5, where a code leads to a page. */
export const plainCode: ((text: string) => string) | undefined;
