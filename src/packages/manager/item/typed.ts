import type { ServiceItem } from 'contract/models';

/** An item as it is typed: numbers are text until they are sent, so that what is no number can be said to be none. */

type Material = ServiceItem['materials'][number];
type Step = ServiceItem['steps'][number];
type Kind = ServiceItem['subtypes'][number];

export type TypedMaterial = Omit<Material, 'copies' | 'mayFollowDays'> & {
  copies: string;
  /** empty: it may not follow */
  mayFollowDays: string;
};
export type TypedStep = Omit<Step, 'workingDays'> & { workingDays: string };
export type TypedKind = Omit<Kind, 'firstResponseHours' | 'promisedWorkingDays'> & {
  firstResponseHours: string;
  promisedWorkingDays: string;
};
export interface Typed extends Omit<
  ServiceItem,
  'code' | 'materials' | 'steps' | 'subtypes' | 'fee' | 'statutoryWorkingDays' | 'promisedWorkingDays'
> {
  materials: TypedMaterial[];
  steps: TypedStep[];
  subtypes: TypedKind[];
  fee: { amount: string; note: string };
  /** empty: no rule sets one */
  statutoryWorkingDays: string;
  promisedWorkingDays: string;
}

const textOf = (number: number | null | undefined) =>
  number === undefined || number === null ? '' : String(number);

export function typedOf({ code: _, ...item }: ServiceItem): Typed {
  return {
    ...item,
    materials: item.materials.map((one) => ({
      ...one,
      copies: textOf(one.copies),
      mayFollowDays: textOf(one.mayFollowDays),
    })),
    steps: item.steps.map((one) => ({ ...one, workingDays: textOf(one.workingDays) })),
    subtypes: item.subtypes.map((one) => ({
      ...one,
      firstResponseHours: textOf(one.firstResponseHours),
      promisedWorkingDays: textOf(one.promisedWorkingDays),
    })),
    fee: { ...item.fee, amount: textOf(item.fee.amount) },
    statutoryWorkingDays: textOf(item.statutoryWorkingDays),
    promisedWorkingDays: textOf(item.promisedWorkingDays),
  };
}

const isFilled = (text: string) => text.trim() !== '';
/** What is typed nowhere is none. */
const numberIn = (text: string): number | undefined => (isFilled(text) ? Number(text) : undefined);
/** An entry a line; lines with nothing on them are none. */
const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter(isFilled);

/** The pictures of papers are put there on a page of their own: those that the item has now, whatever was typed since when. */
export function withPictures(typed: ServiceItem, { materials }: ServiceItem): ServiceItem {
  const now = (one: Material) =>
    (
      materials.find(({ name }) => name === one.name) ??
      materials.find(({ picture }) => picture === one.picture)
    )?.picture;
  return { ...typed, materials: typed.materials.map((one) => ({ ...one, picture: now(one) })) };
}

/** The item to send. Only what `numberFaults` passes. */
export function itemOf(typed: Typed, code: string): ServiceItem {
  return {
    ...typed,
    code,
    audience: filled(typed.audience),
    conditions: filled(typed.conditions),
    keywords: filled(typed.keywords),
    materials: typed.materials.map(({ mayFollowDays, sample = [], ...one }) => ({
      ...one,
      ...(filled(sample).length > 0 && { sample: filled(sample) }),
      copies: numberIn(one.copies) ?? 0,
      ...(isFilled(mayFollowDays) && { mayFollowDays: Number(mayFollowDays) }),
    })),
    steps: typed.steps.map((one) => ({ ...one, workingDays: numberIn(one.workingDays) ?? 0 })),
    subtypes: typed.subtypes.map(({ firstResponseHours, promisedWorkingDays, ...one }) => ({
      ...one,
      keywords: filled(one.keywords),
      ...(isFilled(firstResponseHours) && { firstResponseHours: Number(firstResponseHours) }),
      ...(isFilled(promisedWorkingDays) && { promisedWorkingDays: Number(promisedWorkingDays) }),
    })),
    fee: { ...typed.fee, amount: numberIn(typed.fee.amount) ?? 0 },
    statutoryWorkingDays: numberIn(typed.statutoryWorkingDays) ?? null,
    promisedWorkingDays: numberIn(typed.promisedWorkingDays) ?? 0,
  };
}

const isWhole = (text: string) => /^\d*$/.test(text.trim());
const isMoney = (text: string) => /^(\d+(\.\d{1,2})?)?$/.test(text.trim());

/** Field of the input → what is no number; the entry of a list by its place. */
export function numberFaults(typed: Typed): Record<string, string | undefined> {
  const first = <Row>(
    rows: readonly Row[],
    isRight: (row: Row) => boolean,
    words: (at: number) => string,
  ) => {
    const at = rows.findIndex((row) => !isRight(row));
    return at < 0 ? undefined : words(at + 1);
  };
  const { promisedWorkingDays: promised, statutoryWorkingDays: statutory } = typed;
  return {
    'item.fee': isMoney(typed.fee.amount) ? undefined : '金额要写成数字，比如 5 或 5.50。',
    'item.statutoryWorkingDays': isWhole(statutory) ? undefined : '天数要写成整数，没有规定就空着。',
    'item.promisedWorkingDays':
      isFilled(promised) && isWhole(promised) ? undefined : '请写几个工作日，当场办好写 0。',
    'item.materials': first(
      typed.materials,
      ({ copies, mayFollowDays }) => isWhole(copies) && isWhole(mayFollowDays),
      (at) => `第${at}样的份数和天数要写成整数，不要就写 0，不能后补就空着。`,
    ),
    'item.steps': first(
      typed.steps,
      ({ workingDays }) => isWhole(workingDays),
      (at) => `第${at}步的天数要写成整数，当天就写 0。`,
    ),
    'item.subtypes': first(
      typed.subtypes,
      (one) => isWhole(one.firstResponseHours) && isWhole(one.promisedWorkingDays),
      (at) => `第${at}种的钟点和天数要写成整数，没有就空着。`,
    ),
  };
}

export const newMaterial: TypedMaterial = {
  name: '',
  original: true,
  copies: '0',
  required: true,
  when: '',
  source: 'self',
  electronicLicence: false,
  mayFollowDays: '',
  note: '',
};
export const newStep: TypedStep = { name: '', actor: 'agent', detail: '', workingDays: '0' };

/** A code that none of the others has: residents never see it. */
export function newKind(others: readonly { code: string }[]): TypedKind {
  const isTaken = (code: string) => others.some((one) => one.code === code);
  let number = others.length + 1;
  while (isTaken(`kind-${number}`)) number += 1;
  return {
    code: `kind-${number}`,
    name: '',
    keywords: [],
    note: '',
    firstResponseHours: '',
    promisedWorkingDays: '',
  };
}
