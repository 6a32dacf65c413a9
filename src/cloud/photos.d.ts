/**
 * Lets the resident take or choose pictures, `most` at most, and puts them into a folder of their own (`reviews/rs-01`). Gives
 * the pictures' cloud file ids, none where the resident thought better of it. Throws `CallError`: `OFFLINE` where a picture did
 * not arrive, `DEVICE` where WeChat lets none be chosen.
 * On H5 a file chooser, and the local cloud.
 */
export function addPhotos(folder: string, most: number): Promise<string[]>;

/** The address at which the resident can look at their own picture. */
export function photoUrl(fileId: string): Promise<string>;

/** Takes a picture that was not sent out of the cloud. Never throws: a picture that stays is found by no one else. */
export function removePhoto(fileId: string): Promise<void>;
