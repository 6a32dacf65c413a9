import { isRejection, reject } from '../../contract/errors';
import { itemOf, versionOf, withLocal } from '../domain/catalog/local';
import { permitted } from '../kit/cases';
import { versionId } from '../kit/catalogue';
import { serviceItem } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { get } from '../kit/store';

/**
 * 一次性告知, the receipt: what the item said when the case was asked for, whatever it says now. Errors: NOT_TOLD for a case that is
 * older than the versions.
 */
export const told: HandlerOf<'cases.told'> = async ({ who }, { caseId }) => {
  const kase = permitted('cases.told', who, await get('cases', caseId), '这个办件不是您的。');
  if (isRejection(kase)) return kase;
  if (!kase.told) return reject('NOT_TOLD', { caseId: '当时没有留下告知的内容。' });
  const { version, at, local = {} } = kase.told;
  const current = await serviceItem(kase.serviceCode);
  const isCurrent = current !== undefined && versionOf(current) === version;
  const kept = isCurrent ? undefined : await get('serviceVersions', versionId(kase.serviceCode, version));
  const item = kept?.item ?? (current && itemOf(current));
  if (!item || !(isCurrent || kept)) return reject('NOT_TOLD', { caseId: '当时没有留下告知的内容。' });
  return { version, at, item: withLocal(item, local), isCurrent };
};
