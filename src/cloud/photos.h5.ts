import { limits } from 'contract/limits';
import { newRequestId } from './call';
import { CallError } from './call-error';
import { askLever, here, putFile } from './put-file';

const kinds: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

interface ChosenPhoto {
  name: string;
  body: File;
}

export async function choosePhotos(most: number): Promise<ChosenPhoto[]> {
  const files = await choose(most);
  if (files.some(({ type }) => !(type in kinds))) throw new CallError('DEVICE', strangeFile, '');
  if (files.some(({ size }) => size > limits.photoBytes)) throw new CallError('DEVICE', largeFile, '');
  return files.map((body) => ({ name: `${newRequestId()}.${kinds[body.type]}`, body }));
}

const strangeFile = '这里只放JPG、PNG的照片，HEIC别人打不开。请直接拍一张，或者另选一张。';
const largeFile = '这张照片太大了，请直接拍一张，或者选小一点的。';

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

export function sendPhoto(folder: string, { name, body }: ChosenPhoto): Promise<string> {
  return putFile(`${folder}/${name}`, body);
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
