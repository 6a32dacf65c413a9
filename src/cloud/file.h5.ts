import type { Link } from 'contract/actions/metrics';
import type { FileHere } from './file';

/** The browser saves it and says so itself. */
export async function fetchFile({ url, name }: Link): Promise<FileHere> {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  return {};
}
