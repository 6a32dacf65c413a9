import { reject } from '../../contract/errors';
import { readToken, sharedView } from '../domain/case/share';
import { org } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/** What a link of 分享进展 shows, to whoever has it. Errors: SHARE_OVER for one that is wrong, stopped or over: they sound the same. */
export const shared: HandlerOf<'cases.shared'> = async ({ now }, { share }) => {
  const token = readToken(share);
  const kase = token && (await get('cases', token.caseId));
  const community = kase?.unit.community === undefined ? undefined : await org(kase.unit.community);
  return (token && kase && sharedView(kase, token.secret, now, community)) ?? reject('SHARE_OVER');
};
