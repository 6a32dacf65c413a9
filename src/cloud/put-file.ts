/** H5 alone: the local cloud's storage, as a mini-program reaches WeChat's. */

/** As WeChat does it: asks where to, then puts it there with what it was told. */
export async function putFile(path: string, file: File): Promise<string> {
  const person = localStorage.getItem('linli.person');
  const {
    url,
    authorization = '',
    fileId = '',
    cosFileId = '',
  } = await askLever('uploads', { person, path });
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

/** The same address by the name that this page was opened by, `localhost` or 127.0.0.1: a page reaches no other server. */
export function here(url: string): string {
  if (url === '') return '';
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Of the local cloud: what it needs to know stands in its answer, as text. */
export async function askLever(
  lever: 'uploads' | 'links' | 'removals',
  body: object,
): Promise<Record<string, string>> {
  const response = await fetch(`/_local/${lever}`, { method: 'POST', body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  if (!response.ok || typeof answer !== 'object' || answer === null) throw new Error(`/_local/${lever}`);
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, String(value)]));
}
