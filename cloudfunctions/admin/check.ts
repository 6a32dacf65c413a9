import * as v from 'valibot';
import { isRejection } from '../../contract/errors';
import type { Tried } from '../../contract/models';
import { triedShut } from '../domain/check/shut';
import { triedDocuments, triedTimer } from '../domain/check/time';
import { type HandlerOf, serveOperator } from '../kit/serve';
import { get } from '../kit/store';
import { overseenUnit } from '../kit/units';
import { tryAll } from './try-all';

/** 检查一遍, asked for on a phone: with what the phone alone can tell. What 运行情况 shows anyway is not said again. */
export const check: HandlerOf<'admin.check'> = async (context, { orgId, at, readable }) => {
  const unit = await overseenUnit(context, 'admin.check', orgId);
  if (isRejection(unit)) return unit;
  const { openid, now } = context;
  return {
    tried: [...triedShut(readable), ...(await tryAll({ at, whose: '您这边', openid }, now))],
  };
};

const asked = v.object({ selfCheck: v.object({ at: v.number() }) });

/** Is this what `npm run deploy` asks when it is done? */
export const isSelfCheck = (event: unknown): boolean => v.is(asked, event);

/** The same for who runs the cloud, with what 运行情况 shows. */
export const selfCheck = serveOperator('admin', 'selfCheck', async (event, now) => {
  const { at } = v.parse(asked, event).selfCheck;
  const [tried, beat, migrate] = await Promise.all([
    tryAll({ at, whose: '这台电脑' }, now),
    get('runs', 'beat'),
    get('runs', 'migrate'),
  ]);
  const more: Tried[] = [triedTimer(beat?.until, now), triedDocuments(migrate?.done ?? 0)];
  return { tried: [...tried, ...more] };
});
