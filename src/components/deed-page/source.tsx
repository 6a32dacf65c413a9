import type { Input } from 'contract/actions';
import { CONSULTATION } from 'contract/consultation';
import { limits } from 'contract/limits';
import { sourceKinds } from 'contract/words';
import { useSearch } from '@/hooks/use-search';
import { Choice } from '../choice';
import { Field } from '../field';

type Said = NonNullable<Input<'cases.reply'>['source']>;

/** 依据 as it is written down. */
export interface SourceDraft {
  kind?: Said['kind'];
  name?: string;
  no?: string;
  day?: string;
  /** the item that was picked, and the words that it is looked for by */
  item?: string;
  sought?: string;
}

/** What is missing, beside its field of the input. */
export function faultsOfSource({ kind, name, item }: SourceDraft): Record<string, string | undefined> {
  if (!kind) return { source: '请选依据是哪一种。' };
  const isThere = kind === 'item' ? item : name?.trim();
  return { 'source.name': isThere ? undefined : kind === 'item' ? '请选一个事项。' : '请写名称。' };
}

/** As the action gets it. */
export function sourceInput({ kind, name = '', no, day, item = '' }: SourceDraft): Said | undefined {
  if (!kind) return undefined;
  if (kind === 'item') return { kind, name: item };
  return { kind, name, ...(no?.trim() ? { no } : {}), ...(day ? { day } : {}) };
}

interface Props {
  of: SourceDraft;
  /** what was asked: items are looked for by it first */
  note: string;
  onWrite(part: SourceDraft, field: 'source' | 'source.name'): void;
  wrong(...fields: string[]): string | undefined;
}

/** 依据: a document, a page or an item of the catalogue. */
export function SourceFields({ of, note, onWrite, wrong }: Props) {
  const { kind, name = '', no = '', day = '' } = of;
  return (
    <>
      <Choice
        legend="依据是什么？写给居民看"
        columns={3}
        options={(Object.keys(sourceKinds) as Said['kind'][]).map((value) => ({
          value,
          label: sourceKinds[value],
        }))}
        value={kind}
        error={kind ? undefined : wrong('source')}
        onChange={(value) => onWrite({ kind: value }, 'source')}
      />
      {kind === 'item' && <PickItem of={of} note={note} onWrite={onWrite} error={wrong('source.name')} />}
      {(kind === 'document' || kind === 'link') && (
        <Field
          label={kind === 'document' ? '文件叫什么' : '哪个网站、哪一页'}
          hint={kind === 'document' ? '比如：黑龙江省老年人权益保障条例' : '比如：省人社厅官网，养老认证问答'}
          value={name}
          max={limits.itemWord}
          error={wrong('source.name')}
          onInput={(words) => onWrite({ name: words }, 'source.name')}
        />
      )}
      {kind === 'document' && (
        <>
          <Field
            label="文号，有就写"
            value={no}
            max={limits.itemWord}
            onInput={(words) => onWrite({ no: words }, 'source')}
          />
          <Field
            label="哪天发的，知道就选"
            kind="date"
            value={day}
            error={wrong('source.day')}
            onInput={(on) => onWrite({ day: on }, 'source')}
          />
        </>
      )}
    </>
  );
}

function PickItem({ of: { item, sought }, note, onWrite, error }: Omit<Props, 'wrong'> & { error?: string }) {
  const words = sought ?? note;
  const { data } = useSearch(words).asked;
  const items = (data?.items ?? []).filter(({ code }) => code !== CONSULTATION);
  return (
    <>
      <Field
        label="找一找事项"
        kind="search"
        value={words}
        onInput={(value) => onWrite({ sought: value, item: undefined }, 'source.name')}
      />
      <Choice
        legend={items.length > 0 ? '哪一个事项？' : '没有找到，请换个说法'}
        options={items.map(({ code, name }) => ({ value: code, label: name }))}
        value={item}
        error={error}
        onChange={(code) => onWrite({ item: code }, 'source.name')}
      />
    </>
  );
}
