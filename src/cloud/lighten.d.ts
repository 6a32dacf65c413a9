import type { ChosenPhoto } from './photos';

/**
 * The picture made smaller (1,600 pixels, 500 KB), turned the way it was taken, without what the camera wrote beside it, and with
 * these lines across it; undefined where this phone cannot. Throws `CallError` `DEVICE` for what is no picture that others can open.
 */
export function lightened(photo: ChosenPhoto, lines: readonly string[]): Promise<ChosenPhoto | undefined>;
