import type { Box } from './boxes';
import type { ChosenPhoto } from './photos';

/**
 * The picture with these parts of it covered, drawn anew: what was below is gone from the file. Throws `CallError` `DEVICE` where this phone
 * cannot: then nothing may be sent.
 */
export function covered(photo: ChosenPhoto, boxes: readonly Box[]): Promise<ChosenPhoto>;
