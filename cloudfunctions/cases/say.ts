import { reject } from '../../contract/errors';
import { said } from '../domain/case/photos';
import { maskText } from '../domain/mask';
import { takeStep } from '../kit/cases';
import { refusedWords } from '../kit/content';
import { unfitPhotos } from '../kit/photos';
import type { HandlerOf } from '../kit/serve';

/** A word to the other side, photos, or both. Errors: PHOTO_UNFIT, and BAD_INPUT also where content security refuses the words. */
export const say: HandlerOf<'cases.say'> = (context, { caseId, text, photos }) =>
  takeStep(context, 'say', caseId, async (kase) => {
    if (text === undefined && photos.length === 0)
      return reject('BAD_INPUT', { text: '请写一句要说的话，或者放一张照片。' });
    const refused = text && (await refusedWords(context, 'text', text));
    if (refused) return refused;
    const unfit = await unfitPhotos(photos, caseId, context, 'photos');
    return unfit ?? said(kase, text && maskText(text), photos);
  });
