import type { Client } from '../../demo/client';

/** Puts a file into the storage as a person's phone does; gives its cloud file id. */
export async function upload(client: Client, person: string, path: string, body: BodyInit): Promise<string> {
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
