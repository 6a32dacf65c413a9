import { newRequestId } from './call';
import { askLever, here, putFile } from './put-file';

const kinds: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

interface ChosenPhoto {
  name: string;
  size: number;
  body: File;
}

export async function choosePhotos(most: number): Promise<ChosenPhoto[]> {
  const files = await choose(most);
  return files.map((body) => ({
    name: `${newRequestId()}.${kinds[body.type] ?? 'jpg'}`,
    size: body.size,
    body,
  }));
}

function choose(most: number): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = most > 1;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(Array.from(input.files ?? []).slice(0, most)));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

export function sendPhoto(path: string, { body }: ChosenPhoto): Promise<string> {
  return putFile(path, body);
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
