import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Download, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { button } from './steps';

/** Chooses one of the clerk's own spreadsheets, `tests/data/excel/<name>.xlsx`. */
export async function choosesExcel(page: Page, name: string, by: string | RegExp = '选填好的表格') {
  const chooser = page.waitForEvent('filechooser');
  await button(page, by).click();
  await (await chooser).setFiles(join(__dirname, '..', 'data', 'excel', `${name}.xlsx`));
}

/** The sheets of the file that a button gives, read by another library than the one that wrote it. */
export async function takesExcel(page: Page, name: string | RegExp) {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readXlsxFile(await bytesOf(file));
}

/** A file that a page gave: the browser runs elsewhere and keeps it there. */
export const bytesOf = async (file: Download): Promise<Buffer> => buffer(await file.createReadStream());
