import { isRejection, reject } from '../../contract/errors';
import { takeStep } from '../kit/cases';
import { encrypt, keyedDigest } from '../kit/keys';
import type { HandlerOf } from '../kit/serve';

/** 身份证号, encrypted before it is written anywhere; one that was written before is replaced. Errors: ID_NUMBER_NOT_NEEDED, KEY_MISSING. */
export const identify: HandlerOf<'cases.identify'> = (context, { caseId, idNumber }) =>
  takeStep({ ...context, digest: keyedDigest(context.digest) }, 'identify', caseId, (kase) => {
    if (!kase.asksIdNumber) return reject('ID_NUMBER_NOT_NEEDED', { idNumber: '请不要写。' });
    const encrypted = encrypt(idNumber, kase._id);
    return isRejection(encrypted) ? encrypted : { change: { idNumber: encrypted } };
  });
