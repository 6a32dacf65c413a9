/** What a sheet's code is drawn from. */
interface Coded {
  /** what the page that it leads to is opened with */
  scene: string;
  /** base64 of WeChat's own code, where the platform gave one */
  png?: string;
}

/** The source of the picture: WeChat's own code in WeChat, on H5 a plain QR code of the page's address. */
export function codePicture(coded: Coded): string | undefined;
