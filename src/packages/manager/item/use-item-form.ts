import { useState } from 'react';
import type { Output } from 'contract/actions';
import type { ServiceItem } from 'contract/models';
import { useForm } from '@/hooks/use-form';
import { itemOf, numberFaults, type Typed, typedOf, withPictures } from './typed';

export type Proof = Output<'catalog.proof'>;

/** Only what was touched, and over which state: what another manager saves meanwhile is not undone by it. */
interface Draft {
  typed: Partial<Typed>;
  over?: string;
}

interface Base {
  item: ServiceItem;
  rev: number;
  faults: Record<string, string>;
}

/** What the parts of the form need of it. */
export interface Editing {
  shown: Typed;
  set(part: Partial<Typed>): void;
  /** what is wrong with a field, or still missing there */
  fault(name: keyof Typed): string | undefined;
}

const beside = [
  'name',
  'category',
  'summary',
  'audience',
  'legalBasis',
  'conditions',
  'materials',
  'acceptedAt',
  'finalTier',
  'steps',
  'fee',
  'statutoryWorkingDays',
  'promisedWorkingDays',
  'serviceHours',
  'consultation',
  'supervision',
  'modes',
  'residentMustAppear',
  'keywords',
  'example',
  'openAtOnce',
  'subtypes',
  'relatedCodes',
  'localVariation',
  'sources',
].map((name) => `item.${name}`);

/** The draft of an item, kept on the phone while it is typed. `item` is what is published, where there is no draft yet. */
export function useItemForm(code: string, item: ServiceItem, proof: Proof, reload: () => void) {
  const { version, draft: open } = proof;
  const [saved, setSaved] = useState<Base>();
  const read: Base = { item, rev: open?.rev ?? 0, faults: proof.faults };
  const base = saved && saved.rev >= read.rev ? saved : read;
  const at = `${version}.${base.rev}`;
  const form = useForm('catalog.draft', {
    key: `item.${code}`,
    begin: (kept: Partial<Draft>): Draft => ({ typed: {}, ...kept }),
    check: ({ typed }) => numberFaults({ ...typedOf(base.item), ...typed }),
    inputOf: ({ typed }) => ({ code, item: whole(base.item, typed), rev: base.rev, over: version }),
    beside,
    onRefused: () => {
      setSaved(undefined);
      reload();
    },
  });
  const { typed, over = at } = form.draft;
  const shown: Typed = { ...typedOf(base.item), ...typed };
  const editing: Editing = {
    shown,
    set: (part) =>
      form.write(
        { typed: { ...typed, ...part }, over },
        Object.keys(part).map((name) => `item.${name}`),
      ),
    // What was missing when it was saved is not said of what is written since.
    fault: (name) => form.wrong(`item.${name}`) ?? (name in typed ? undefined : base.faults[name]),
  };
  return {
    form,
    editing,
    /** as it stands now, in numbers; undefined while one of them is none */
    whole: Object.values(numberFaults(shown)).some(Boolean) ? undefined : whole(base.item, typed),
    faults: base.faults,
    isSaved: saved !== undefined && Object.keys(typed).length === 0,
    /** another manager has saved or published since this was begun */
    isOvertaken: over !== at,
    /** the answer to the item that was sent */
    keep: (sent: ServiceItem, { rev, faults }: Output<'catalog.draft'>) =>
      setSaved({ item: sent, rev, faults }),
  };
}

const whole = (item: ServiceItem, typed: Partial<Typed>) =>
  withPictures(itemOf({ ...typedOf(item), ...typed }, item.code), item);
