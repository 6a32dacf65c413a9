import type { Client } from '../../demo/client';

/** A picture of one point. */
export const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Puts a picture into a person's own folder for reviews, as their phone does; gives its cloud file id. */
export async function putPhoto(
  client: Client,
  person: string,
  name: string,
  body: BodyInit = point,
): Promise<string> {
  const path = `reviews/${person}/${name}`;
  const { url, authorization, fileId, cosFileId } = await client.local<
    Record<'url' | 'authorization' | 'fileId' | 'cosFileId', string>
  >('uploads', { person, path });
  const headers = {
    authorization,
    signature: authorization,
    key: encodeURIComponent(path),
    'x-cos-meta-fileid': cosFileId,
  };
  const { status } = await fetch(url, { method: 'PUT', headers, body });
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return fileId;
}
