import { randomBytes } from 'node:crypto';
import * as cloud from 'wx-server-sdk';
import { isRejection, reject } from '../../contract/errors';
import { readable } from '../domain/codes';
import { describe, log } from '../kit/log';
import { notePermission } from '../kit/permission';
import type { Visitor } from '../kit/context';
import type { HandlerOf } from '../kit/serve';
import { transact } from '../kit/store';
import { overseenUnit } from '../kit/units';

/** Where a scanned code opens: without a slash before it, as `wxacode.getUnlimited` wants it. */
const PAGE = 'pages/home/index';
/** Pixels: sharp on a sheet of paper. */
const WIDTH = 860;

/**
 * What the sheet of a community or a grid shows. Its code is made when it is asked for first, random, and says nothing of the unit; printed sheets
 * stay good. Errors: PLACE_NOT_A_COMMUNITY, PLACE_CLOSED.
 */
export const code: HandlerOf<'units.code'> = async (context, { orgId }) => {
  const unit = await overseenUnit(context, 'units.code', orgId);
  if (isRejection(unit)) return unit;
  if (unit.tier !== 'community' && unit.tier !== 'grid')
    return reject('PLACE_NOT_A_COMMUNITY', { orgId: '码牌只有社区和网格才有。' });
  const fresh = readable(randomBytes(8));
  const known = await transact(async (tx) => {
    const now = await tx.get('orgs', orgId);
    if (!now || now.closedAt !== undefined) return undefined;
    if (now.code === undefined) await tx.update('orgs', orgId, { code: fresh });
    return now.code ?? fresh;
  });
  if (known === undefined) return reject('PLACE_CLOSED', { orgId: `${unit.name}已经撤并了，码牌不再用。` });
  return {
    orgId,
    name: unit.name,
    code: known,
    scene: known,
    page: PAGE,
    png: await drawn(known, context),
  };
};

async function askCode(scene: string): Promise<string | undefined> {
  // Sheets are printed before the page is published, too.
  const options = { scene, page: PAGE, checkPath: false, width: WIDTH };
  const { buffer } = (await cloud.openapi.wxacode.getUnlimited(options)) as { buffer?: Uint8Array };
  return buffer && Buffer.from(buffer).toString('base64');
}

/** A code for nothing, which WeChat refuses where it may be asked at all: what `withProbe` tries. */
export const codeProbe = {
  async 'wxacode.getUnlimited'() {
    await askCode('');
  },
};

/** WeChat's own code as base64; undefined where the platform gives none, and the page draws a plain one. */
async function drawn(scene: string, { requestId, now }: Visitor): Promise<string | undefined> {
  try {
    return await askCode(scene);
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
