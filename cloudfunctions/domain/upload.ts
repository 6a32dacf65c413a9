import { HAND_ON_MS } from '../../contract/upload';
import type { UploadDoc } from './documents';

/** An hour later than anything of it could still be handed on: what hangs nowhere then never will. */
export const LOOK_AFTER_MS = HAND_ON_MS + 3_600_000;

/** The places of a grant whose photos hang nowhere: `hung` are cloud file ids. */
export const unhung = ({ paths }: Pick<UploadDoc, 'paths'>, hung: readonly string[]): string[] =>
  paths.filter((path) => !hung.some((photo) => photo.endsWith(`/${path}`)));
