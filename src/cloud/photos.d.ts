/** A picture that was chosen and is not in the cloud yet. */
export interface ChosenPhoto {
  /** its file's name there: sent once more after a cut, it is the same file */
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

/** Puts a picture into a folder of the person's own (`reviews/rs-01`); gives its cloud file id. Throws where it did not arrive. */
export function sendPhoto(folder: string, photo: ChosenPhoto): Promise<string>;

/** The address at which the resident can look at their own picture. */
export function photoUrl(fileId: string): Promise<string>;

/** Takes a picture that was not sent out of the cloud. Never throws: a picture that stays is found by no one else. */
export function removePhoto(fileId: string): Promise<void>;
