import type { ServiceItem } from '../../../contract/models';
import type { Kind } from '../../../contract/states';
import { blankItem } from '../../../contract/blank-item';
import type { CaseDoc, Complaint, Unit } from '../documents';
import { isWaiting } from '../bundle/wait';
import { canonical } from '../canonical';

/** 投诉: a complaint of the people who do the work. None of them gets it, or reads it: it is held by managers. */

// Literals, not strings: their marks are not those of a sentence.
const staff = /(?:代办|网格员|工作人员|办事员|社区的?人|社区干部|居委|服务站|窗口的?人?|书记|主任|你们)/u
  .source;
const says = /(?:投诉|举报|告(?!诉|知|示|别)|反映)/u.source;
const wants = /(?:我要|我想|想|要)(?:投诉|举报)/u.source;
const blame =
  /(?:态度(?:太|很|特别|非常|真)?(?:差|坏|恶劣|不好|蛮横|凶)|骂|推诿|推来推去|敷衍|刁难|欺负|收(?:了|过)?(?:我|俺|他|她)?(?:的)?(?:钱|红包|好处)|[要索](?:我|俺)?(?:的)?(?:钱|红包|好处)|吃拿卡要|泄露)/u
    .source;
const patterns = [
  new RegExp(`${says}.{0,6}${staff}`, 'u'),
  new RegExp(`${staff}.{0,8}${blame}`, 'u'),
  new RegExp(`${staff}.{0,12}${wants}`, 'u'),
  // 我要投诉, of nothing else: of whom the words do not say.
  /^(?:我|俺|想|要|来|就)*(?:投诉|举报)(?:一下|个?人)?[。!.\uFF01]?$/u,
];
const blaming = new RegExp(`${says}|${blame}`, 'u');
const isAsked = /怎么(?:才能)?投诉|投诉电话|讲座|宣传/u;

/** Do the words complain of the staff? `names`: agents whom they may name, which only the register knows. */
export function isComplaint(text: string, names: readonly string[] = []): boolean {
  const said = canonical(text);
  if (patterns.some((one) => one.test(said)) && !isAsked.test(said)) return true;
  return blaming.test(said) && names.some((name) => said.includes(canonical(name)));
}

/** Do the words blame a person? Only then are the names worth asking for. */
export function blames(text: string): boolean {
  return blaming.test(canonical(text));
}

/** A kind that no agent has among what they can do: so no rule and no hand gives it to one. */
export const COMPLAINT = '投诉';

export const isOfStaff = ({ category }: Pick<CaseDoc, 'category'>): boolean => category === COMPLAINT;

export function kindOf(kase: Pick<CaseDoc, 'category' | 'question' | 'state' | 'waits'>): Kind {
  if (isOfStaff(kase)) return 'complaint';
  if (isWaiting(kase)) return 'waiting';
  return kase.question ? 'question' : 'errand';
}

/** What stands in place of an item of the catalogue: a complaint is answered within so many working days, and is no errand. */
export const complaintItem = (answerDays: number): ServiceItem => ({
  ...blankItem('complaint'),
  name: '投诉建议',
  category: COMPLAINT,
  openAtOnce: 'several',
  promisedWorkingDays: answerDays,
});

/** What makes a new case a complaint: it is not given out, and no agent's grid names it. */
export const asComplaint = (
  kase: CaseDoc,
  { to: unit, barred, ...complaint }: { to: Unit; barred: string[] } & Complaint,
): CaseDoc => ({
  ...kase,
  unit,
  barred,
  complaint,
  knownAgentId: undefined,
  gridName: undefined,
  dispatchAt: undefined,
  appointmentAt: undefined,
  visit: undefined,
});

/** May this person never learn of it: they, or family of theirs, are complained about? */
export const isBarred = ({ barred }: { barred?: readonly string[] }, personId: string): boolean =>
  barred?.includes(personId) ?? false;
