/** What a sheet's code is drawn from. */
export interface Coded {
  /** the page that it leads to, with what it is opened with */
  path: string;
  /** base64 of WeChat's own code, where the platform gave one */
  png?: string;
}

/** The source of the picture: WeChat's own code in WeChat, on H5 a plain QR code of the page's address. */
export function codePicture(coded: Coded): string | undefined;

/** WeChat's own code has to be asked for; a plain one is drawn here. */
export const isCodeAsked: boolean;
