/**
 * Lets somebody take or choose pictures, `most` at most, and puts them into a folder of their own (`reviews/rs-01`). Gives
 * their cloud file ids, none where they thought better of it. Throws `CallError`: `OFFLINE` where a picture did not arrive,
 * `DEVICE` where WeChat does not let them choose one.
 * On H5 a file chooser, and the local cloud.
 */
export function addPhotos(folder: string, most: number): Promise<string[]>;

/** The address at which a picture of one's own can be looked at. */
export function photoUrl(fileId: string): Promise<string>;

/** Takes a picture out of the cloud that nobody sent. Never throws: where it fails, nobody can find it. */
export function removePhoto(fileId: string): Promise<void>;
