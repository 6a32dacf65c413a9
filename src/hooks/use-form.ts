import { useState } from 'react';
import type { ActionName, Input, Output } from 'contract/actions';
import { saidOf } from '@/cloud/call-error';
import { goToFault } from './focus';
import { useDeed } from './use-deed';
import { useDraft } from './use-draft';

interface Plan<N extends ActionName, D extends object> {
  /** what it is a draft of: it stays on the phone until it is sent */
  key: string;
  begin(kept: Partial<D>): D;
  /** field of the input → what is missing or wrong, before anything is sent */
  check?(draft: D): Record<string, string | undefined>;
  inputOf(draft: D): Input<N>;
  /** fields that the page can say something beside; what is wrong elsewhere is said at the button */
  beside: readonly string[];
  onRefused?(): void;
}

/** What the button of a form and the note of a draft that was found need of it. */
export interface Sendable<T = unknown> {
  busy: boolean;
  other?: string;
  isFound: boolean;
  send(): Promise<T | undefined>;
  restart(): void;
}

/**
 * A form over one action that writes: what is typed is kept, what is wrong stands beside its field until that field is
 * mended, and nothing typed is lost by a refusal.
 */
export function useForm<N extends ActionName, D extends object>(name: N, plan: Plan<N, D>) {
  const { key, begin, check, inputOf, beside, onRefused } = plan;
  const { run, busy, error, clear } = useDeed(name, onRefused);
  const { draft, isFound, change, ...kept } = useDraft<D>(key, begin);
  const [missing, setMissing] = useState<[field: string, words: string][]>([]);
  const [mended, setMended] = useState<readonly string[]>([]);

  const refused = Object.entries(error?.fields ?? {});
  const faults = missing.length > 0 ? missing : refused;

  /** What is wrong with a field of the input, or with a part of it (`hours.open` also says `hours.open.0.1`). */
  function wrong(...fields: string[]): string | undefined {
    const found = faults.find(([at]) => fields.some((field) => isIn(at, field)) && !isMended(at));
    return found?.[1];
  }
  const isMended = (at: string) => mended.some((field) => isIn(at, field));
  const isBeside = ([at]: [string, string]) => beside.some((field) => isIn(at, field));

  /** `fields` of the input are mended by it; not given, those of the same names. */
  function write(part: Partial<D>, fields: readonly string[] = Object.keys(part)) {
    change(part);
    setMended((old) => [...old, ...fields]);
  }

  function restart() {
    kept.restart();
    setMissing([]);
    setMended([]);
    clear();
  }

  /** Is something missing? It is said beside its field, and the first comes into view. */
  function lacks(): boolean {
    const found = Object.entries(check?.(draft) ?? {}).flatMap(([field, words]): [string, string][] =>
      words === undefined ? [] : [[field, words]],
    );
    setMissing(found);
    setMended([]);
    if (found.length > 0) goToFault();
    return found.length > 0;
  }

  /** Gives the data, or undefined where something is wrong: then the first wrong field comes into view. */
  async function send(): Promise<Output<N> | undefined> {
    if (lacks()) return undefined;
    const data = await run(inputOf(draft));
    if (data) restart();
    else goToFault();
    return data;
  }

  return {
    draft,
    /** it was begun earlier and not sent */
    isFound,
    write,
    wrong,
    lacks,
    send,
    restart,
    busy,
    error,
    /** what is wrong and has no field on the page */
    other:
      error && missing.length === 0 && mended.length === 0 && !refused.some(isBeside)
        ? saidOf(error)
        : undefined,
  };
}

const isIn = (at: string, field: string) => at === field || at.startsWith(`${field}.`);
