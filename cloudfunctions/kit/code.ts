import * as cloud from 'wx-server-sdk';
import type { Visitor } from './context';
import { describe, log } from './log';
import { notePermission } from './permission';

/** What a picture with WeChat's own code leads to: a page, without a slash before it, and what it is opened with (`query.scene`). */
export interface Coded {
  scene: string;
  page: string;
}

/** Pixels: sharp on a sheet of paper. */
const WIDTH = 860;

async function askCode({ scene, page }: Coded): Promise<string | undefined> {
  // Sheets are printed before the page is published, too.
  const options = { scene, page, checkPath: false, width: WIDTH };
  const { buffer } = (await cloud.openapi.wxacode.getUnlimited(options)) as { buffer?: Uint8Array };
  return buffer && Buffer.from(buffer).toString('base64');
}

/** A code for nothing, which WeChat refuses where it may be asked at all: what `withProbe` tries. */
export const codeProbe = {
  async 'wxacode.getUnlimited'() {
    await askCode({ scene: '', page: 'pages/home/index' });
  },
};

/** WeChat's own code as base64; undefined where the platform gives none, and H5 draws a plain one. */
export async function drawn(coded: Coded, { requestId, now }: Visitor): Promise<string | undefined> {
  try {
    return await askCode(coded);
  } catch (error) {
    await notePermission(error, 'units', 'wxacode.getUnlimited', now);
    log({
      function: 'units',
      action: 'getUnlimited',
      requestId,
      ms: 0,
      code: 'INTERNAL',
      error: describe(error),
    });
    return undefined;
  }
}
