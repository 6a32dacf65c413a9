import * as v from 'valibot';
import * as cloud from 'wx-server-sdk';
import { type Rejection, reject } from '../../contract/errors';
import type { Verdict } from '../domain/content';
import type { Context } from './context';
import { codeOf, notePermission } from './permission';
import { linksTo } from './storage';

/** A comment, among WeChat's scenes of use. */
const COMMENT = 2;
/** 61010: the person of this openid has not been here for two hours. 40003: WeChat does not know them. */
const CANNOT_SAY = [61010, 40003];
/** How the first version of the check said `risky`. */
const RISKY = 87014;

async function askCheck(openid: string, content: string): Promise<string | undefined> {
  const { result } = (await cloud.openapi.security.msgSecCheck({
    content,
    version: 2,
    scene: COMMENT,
    openid,
  })) as { result?: { suggest?: string } };
  return result?.suggest;
}

/** Of the two kinds of media that WeChat looks at: pictures. */
const PICTURE = 2;
/** And 87020: it was asked about this very picture a moment ago. */
const CANNOT_LOOK = [...CANNOT_SAY, 87020];
/** WeChat fetches a picture within half an hour. */
const FETCH_SECONDS = 3600;

/**
 * Has WeChat look at a picture; its answer comes within half an hour, by an event with this trace. `never`: it will not, or the
 * picture is gone; `later`: it could not be asked now. Never throws.
 */
export async function askAboutPhoto(
  openid: string,
  photo: string,
  now: number,
): Promise<{ trace: string } | 'never' | 'later'> {
  try {
    const [mediaUrl] = await linksTo([photo], FETCH_SECONDS);
    return mediaUrl === undefined ? 'never' : { trace: await askLook(openid, mediaUrl) };
  } catch (error) {
    const code = codeOf(error);
    await notePermission(error, 'sweep', 'security.mediaCheckAsync', now);
    return CANNOT_LOOK.some((one) => one === code) ? 'never' : 'later';
  }
}

async function askLook(openid: string, mediaUrl: string): Promise<string> {
  const asked = { mediaUrl, mediaType: PICTURE, version: 2, scene: COMMENT, openid };
  return v.parse(traced, await cloud.openapi.security.mediaCheckAsync(asked)).traceId;
}
const traced = v.object({ traceId: v.string() });

/** Has a picture looked at that is nowhere, to see whether one can be. */
export const photoProbe = {
  async 'security.mediaCheckAsync'(openid: string) {
    await askLook(openid, '');
  },
};

/** Has words checked that nobody wrote, to see whether they can be: what `withProbe` tries. */
export const contentProbe = {
  async 'security.msgSecCheck'(openid: string) {
    await askCheck(openid, '今天天气很好');
  },
};

/** Asks WeChat's content security about a person's words. Never throws: no answer is an answer. */
export async function checkText(
  openid: string,
  content: string,
  now: number,
  asker = 'reviews',
): Promise<Verdict> {
  try {
    const suggest = await askCheck(openid, content);
    if (suggest === 'pass') return 'pass';
    return suggest === 'risky' ? 'risky' : 'unsure';
  } catch (error) {
    const code = codeOf(error);
    await notePermission(error, asker, 'security.msgSecCheck', now);
    if (code === RISKY) return 'risky';
    return CANNOT_SAY.some((one) => one === code) ? 'unsure' : 'down';
  }
}

/**
 * What WeChat's content security refuses of words that this caller leaves for others in a case is said beside their field. Where it has no
 * answer they go: those in the case read them, and nobody else. Errors: BAD_INPUT.
 */
export async function refusedWords(
  { who, now }: Context,
  field: string,
  text: string,
): Promise<Rejection | undefined> {
  const verdict = who.openid === undefined ? 'pass' : await checkText(who.openid, text, now, 'cases');
  return verdict === 'risky'
    ? reject('BAD_INPUT', { [field]: '这段话没有通过检查，请换个说法。' })
    : undefined;
}
