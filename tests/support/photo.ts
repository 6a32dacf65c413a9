import type { Client } from '../../demo/client';
import { upload } from './upload';

/** A picture of one point. */
export const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A small board of light and dark squares: there is something to see in it. */
export const board = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAG0lEQVR42mPQAIJfQACjGcgQQOaAaHIEBok7AA2TkQEHKHYZAAAAAElFTkSuQmCC',
  'base64',
);

/** Puts a picture into a person's own folder for reviews; gives its cloud file id. */
export const putPhoto = (
  client: Client,
  person: string,
  name: string,
  body: BodyInit = point,
): Promise<string> => upload(client, person, `reviews/${person}/${name}`, body);
