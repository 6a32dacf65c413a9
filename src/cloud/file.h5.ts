import type { Link } from 'contract/actions/metrics';
import type { FileHere } from './file';
import { saveBlob } from './save-blob';

/** The browser saves it and says so itself. */
export async function fetchFile({ url, name }: Link): Promise<FileHere> {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  return {};
}

export const keepWords = '存成文件';

export async function keepText(name: string, text: string): Promise<boolean> {
  saveBlob(name, new Blob([text], { type: 'application/json' }));
  return true;
}
