import { newRequestId } from './call';
import { CallError, offlineMessage } from './call-error';

const kinds: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

export async function addPhotos(folder: string, most: number): Promise<string[]> {
  const files = await choose(most);
  try {
    return await Promise.all(files.map((file) => upload(folder, file)));
  } catch {
    throw new CallError('OFFLINE', offlineMessage, '');
  }
}

function choose(most: number): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = Object.keys(kinds).join();
  input.multiple = most > 1;
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const files = Array.from(input.files ?? []).filter(({ type }) => type in kinds);
      resolve(files.slice(0, most));
    });
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** As WeChat does it: asks where to, then puts it there with what it was told. */
async function upload(folder: string, file: File): Promise<string> {
  const path = `${folder}/${newRequestId()}.${kinds[file.type]}`;
  const person = localStorage.getItem('linli.person');
  const { url, authorization = '', fileId = '', cosFileId = '' } = await ask('uploads', { person, path });
  if (!url) throw new Error(`no place for ${path}`);
  const headers = {
    authorization,
    signature: authorization,
    key: encodeURIComponent(path),
    'x-cos-meta-fileid': cosFileId,
  };
  const put = await fetch(here(url), { method: 'PUT', headers, body: file });
  if (!put.ok) throw new Error(`${path}: ${put.status}`);
  return fileId;
}

export async function photoUrl(file: string): Promise<string> {
  const person = localStorage.getItem('linli.person');
  const { url = '' } = await ask('links', { person, file });
  return here(url);
}

export async function removePhoto(file: string): Promise<void> {
  const person = localStorage.getItem('linli.person');
  await ask('removals', { person, file }).catch(() => undefined);
}

/** The same address by the name that this page was opened by, `localhost` or 127.0.0.1: a page reaches no other server. */
function here(url: string): string {
  if (url === '') return '';
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Of the local cloud: what it needs to know stands in its answer, as text. */
async function ask(lever: 'uploads' | 'links' | 'removals', body: object): Promise<Record<string, string>> {
  const response = await fetch(`/_local/${lever}`, { method: 'POST', body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  if (!response.ok || typeof answer !== 'object' || answer === null) throw new Error(`/_local/${lever}`);
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, String(value)]));
}
