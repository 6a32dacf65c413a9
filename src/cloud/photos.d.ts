/** A picture that was chosen and is not in the cloud yet. */
export interface ChosenPhoto {
  /** its file's name: what it ends with says what it is */
  readonly name: string;
  /** bytes */
  readonly size: number;
  readonly body: unknown;
}

/**
 * Lets the person take or choose pictures, `most` at most; none where they thought better of it. Throws `CallError` `DEVICE`
 * where WeChat lets none be chosen.
 * On H5 a file chooser.
 */
export function choosePhotos(most: number): Promise<ChosenPhoto[]>;

/** Puts a picture where the server granted it a place (`cases.upload`); gives its cloud file id. Throws where it did not arrive. */
export function sendPhoto(path: string, photo: ChosenPhoto): Promise<string>;

/** The address at which the resident can look at their own picture. */
export function photoUrl(fileId: string): Promise<string>;

/** Takes a picture that was not sent out of the cloud. Never throws: one that stays is deleted a day later. */
export function removePhoto(fileId: string): Promise<void>;
