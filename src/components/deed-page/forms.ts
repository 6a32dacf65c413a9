import type { Input } from 'contract/actions';
import { limits } from 'contract/limits';
import type { ServiceItem } from 'contract/models';
import {
  cancelReasons,
  contestReasons,
  keepReasons,
  pairReasons,
  declineReasons,
  reopenReasons,
  terminateReasons,
} from 'contract/words';
import { noReason } from '../reason';

/** The deeds on a case that need words, and the form of each. What is allowed when stands in contract/states. */
export type FormDeed =
  | 'decline'
  | 'supply'
  | 'complete'
  | 'terminate'
  | 'reopen'
  | 'cancel'
  | 'reply'
  | 'askOn'
  | 'contest'
  | 'stay'
  | 'pair'
  | 'unpair';
export type FormAction = `cases.${FormDeed}`;

export interface Form {
  title: string;
  /** what happens then, before the first word is written */
  hint: string;
  /** the question that the words answer */
  label: string;
  /** what is said where it was not answered */
  missing: string;
  /** it needs to know the service item of the case */
  isOfItem?: boolean;
  /** what an answer looks like */
  exampleOf?(item?: ServiceItem): string | undefined;
  /** usual answers; own words are welcome too */
  reasons?: readonly string[];
  submit: string;
  /** the same said by a colleague to whom the case is being handed over */
  asColleague?: { title: string; hint: string; submit: string };
  /** the same of a question, which is answered by what it stands on */
  asQuestion?: { title: string; hint: string; submit: string; label: string; missing: string };
  /** it ends something that cannot be taken up again */
  isFinal?: boolean;
  action: FormAction;
  /** characters */
  max: number;
  /** the field of the input that the words go to, where a refusal points */
  field: 'reason' | 'text' | 'result' | 'why';
  /** one more thing that may be said */
  more?: { label: string; hint: string };
  inputOf(
    caseId: string,
    words: string,
    source?: Input<'cases.reply'>['source'],
    more?: string,
  ): Input<FormAction>;
}

export const forms: Record<FormDeed, Form> = {
  decline: {
    title: '不接这件',
    hint: '不接不影响您。这件马上转给下一位代办员。',
    label: '为什么不接？',
    missing: noReason,
    reasons: declineReasons,
    submit: '不接，转给下一位',
    asColleague: {
      title: '不接手',
      hint: '不接不影响您。这件还在原来那位手上。',
      submit: '不接手',
    },
    action: 'cases.decline',
    max: limits.reason,
    field: 'reason',
    inputOf: (caseId, reason) => ({ caseId, reason }),
  },
  supply: {
    title: '材料收到了',
    hint: '替居民记上一笔，时限接着走。',
    label: '收到了什么？',
    missing: '请写一句收到了什么。',
    exampleOf: () => '比如：当面收到了，都齐',
    submit: '记好，接着办',
    action: 'cases.supply',
    max: limits.message,
    field: 'text',
    inputOf: (caseId, text) => ({ caseId, text }),
  },
  complete: {
    title: '办好了',
    hint: '居民马上收到结果，还能评一评办得怎么样。',
    label: '办成什么样了？写给居民看',
    missing: '请写一句办成什么样了。',
    isOfItem: true,
    exampleOf: (item) => item && `比如：${item.example.result}`,
    submit: '办结，告诉居民',
    action: 'cases.complete',
    max: limits.result,
    field: 'result',
    more: { label: '有证件要交给居民吗？没有就空着', hint: '比如：残疾人证。居民认了收到才算完' },
    inputOf: (caseId, result, _, hands) => ({ caseId, result, hands }),
  },
  terminate: {
    title: '办不了，终止',
    hint: '居民会看到原因。居民不同意，还能请社区另找人接着办。',
    label: '为什么办不了？',
    missing: noReason,
    reasons: terminateReasons,
    submit: '终止这个办件',
    isFinal: true,
    action: 'cases.terminate',
    max: limits.reason,
    field: 'reason',
    inputOf: (caseId, reason) => ({ caseId, reason }),
  },
  reopen: {
    title: '没办成',
    hint: '说了以后，接着给您办，社区也会知道。不用重新提，原来说好的日子照算。',
    label: '哪里没办成？',
    missing: noReason,
    reasons: reopenReasons,
    submit: '告诉他们，接着办',
    action: 'cases.reopen',
    max: limits.reason,
    field: 'reason',
    inputOf: (caseId, reason) => ({ caseId, reason }),
  },
  reply: {
    title: '答复投诉',
    hint: '居民马上收到，再请另一位打回访电话。被投诉的人看不到。',
    label: '查下来怎么样？写给居民看',
    missing: '请写一句查下来怎么样。',
    submit: '答复居民',
    action: 'cases.reply',
    max: limits.result,
    field: 'result',
    inputOf: (caseId, result, source) => ({ caseId, result, source }),
    asQuestion: {
      title: '答复咨询',
      hint: `居民马上收到。${limits.askOnDays}天里能接着问一次，不问就自动办结。`,
      label: '怎么答？写给居民看',
      missing: '请写一句答复。',
      submit: '答复居民',
    },
  },
  askOn: {
    title: '接着问',
    hint: '还是答复您的那位来答，只有这一次。再有别的，重新问一件就行。',
    label: '哪里还不清楚？',
    missing: '请写一句还想问什么。',
    submit: '问出去',
    action: 'cases.askOn',
    max: limits.note,
    field: 'text',
    inputOf: (caseId, text) => ({ caseId, text }),
  },
  stay: {
    title: '先不换人',
    hint: '居民马上收到您写的原因。代办员不知道这件事。',
    label: '为什么不换？',
    missing: noReason,
    reasons: keepReasons,
    submit: '告诉居民',
    action: 'cases.stay',
    max: limits.reason,
    field: 'reason',
    inputOf: (caseId, reason) => ({ caseId, reason }),
  },
  pair: {
    title: '要两个人上门',
    hint: '写明为什么，居民看不到原因，只看得到来两位、是谁。接着定同行的人。',
    label: '为什么要两个人？',
    missing: noReason,
    reasons: pairReasons,
    submit: '记下：要两个人',
    action: 'cases.pair',
    max: limits.reason,
    field: 'why',
    inputOf: (caseId, why) => ({ caseId, why }),
  },
  unpair: {
    title: '一个人上门就行',
    hint: '定好的同行的人会马上知道不用去了。',
    label: '为什么一个人就行？',
    missing: noReason,
    submit: '记下：一个人就行',
    action: 'cases.unpair',
    max: limits.reason,
    field: 'why',
    inputOf: (caseId, why) => ({ caseId, why }),
  },
  contest: {
    title: '还不满意',
    hint: '交给上一级再查一次，只有这一次。',
    label: '哪里不满意？',
    missing: noReason,
    reasons: contestReasons,
    submit: '请上一级再查',
    action: 'cases.contest',
    max: limits.reason,
    field: 'reason',
    inputOf: (caseId, reason) => ({ caseId, reason }),
  },
  // By a manager whom the resident rang; a resident does it on the page of the case.
  cancel: {
    title: '居民说不办了',
    hint: '替居民撤销。经过里写明是您记的，居民也会收到通知。',
    label: '为什么不办了？',
    missing: noReason,
    reasons: cancelReasons,
    submit: '替居民撤销',
    isFinal: true,
    action: 'cases.cancel',
    max: limits.reason,
    field: 'reason',
    inputOf: (caseId, reason) => ({ caseId, reason }),
  },
};

export function isFormDeed(deed: string | undefined): deed is FormDeed {
  return deed !== undefined && deed in forms;
}
