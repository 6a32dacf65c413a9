import { newRequestId } from './call';
import { CallError, offlineMessage } from './call-error';
import { askLever, here, putFile } from './put-file';

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

function upload(folder: string, file: File): Promise<string> {
  return putFile(`${folder}/${newRequestId()}.${kinds[file.type]}`, file);
}

export async function photoUrl(file: string): Promise<string> {
  const person = localStorage.getItem('linli.person');
  const { url = '' } = await askLever('links', { person, file });
  return here(url);
}

export async function removePhoto(file: string): Promise<void> {
  const person = localStorage.getItem('linli.person');
  await askLever('removals', { person, file }).catch(() => undefined);
}
