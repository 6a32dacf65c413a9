/** A plain QR code of a page's address, as the source of a picture. None in WeChat, which draws its own on the server. */
export function plainCode(path: string): string | undefined;
