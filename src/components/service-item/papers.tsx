import type { ServiceItem } from 'contract/models';
import { Ticks } from '../choice';
import { Fold } from '../fold';
import { Sample } from '../paper/sample';
import { Words } from '../words';
import { hintOf } from '@/format/material';
import { useDraft } from '@/hooks/use-draft';

type Material = ServiceItem['materials'][number];

/** 都要的4样，看情况的3样. */
export function paperCount(materials: readonly Material[]): string {
  const must = materials.filter(({ required }) => required).length;
  const may = materials.length - must;
  const parts = [must > 0 && `都要的${must}样`, may > 0 && `看情况的${may}样`].filter(Boolean);
  return parts.join('，') || '不用准备';
}

/** The papers as a list to tick off, one line until it is pressed; what is ticked is found again. */
export function Papers({ code, materials }: { code: string; materials: readonly Material[] }) {
  const { draft, change } = useDraft<{ ready: string[] }>(`papers.${code}`, (kept) => ({
    ready: [],
    ...kept,
  }));
  const groups = [
    { legend: '都要的', rows: materials.filter(({ required }) => required) },
    { legend: '有这种情况才要', rows: materials.filter(({ required }) => !required) },
  ].filter(({ rows }) => rows.length > 0);
  const ready = materials.filter(({ name }) => draft.ready.includes(name)).length;
  const title = `要准备的材料，${materials.length}样${ready > 0 ? `，备好${ready}样` : ''}`;
  return (
    <Fold title={title}>
      {() => (
        <>
          <Words look="muted">备好一样，点一下打个勾。不齐也能先请代办员帮忙。</Words>
          {groups.map(({ legend, rows }) => (
            <Ticks
              key={legend}
              legend={legend}
              values={draft.ready}
              options={rows.map((row) => ({ value: row.name, label: row.name, hint: hintOf(row) }))}
              onChange={(names) => change({ ready: names })}
            />
          ))}
          {materials.map((one) => (
            <Sample key={one.name} of={one} />
          ))}
        </>
      )}
    </Fold>
  );
}
