import { limits } from 'contract/limits';
import { newRequestId } from './call';
import { CallError, offlineMessage } from './call-error';
import { putFile } from './put-file';
import type { SheetHere } from './sheet';

export async function addSheet(folder: string): Promise<SheetHere | undefined> {
  const file = await choose();
  if (!file) return undefined;
  if (file.size > limits.importBytes)
    throw new CallError('DEVICE', '这个文件太大了，请只留要导入的行，再选一次。', '');
  try {
    // What it really is, the server looks at.
    return { fileId: await putFile(`${folder}/${newRequestId()}.xlsx`, file), name: file.name };
  } catch {
    throw new CallError('OFFLINE', offlineMessage, '');
  }
}

function choose(): Promise<File | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}
