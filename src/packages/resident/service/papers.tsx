import type { ServiceItem } from 'contract/models';
import { materialSources } from 'contract/words';
import { Card } from '@/components/card';
import { Ticks } from '@/components/choice';
import { Words } from '@/components/words';
import { useDraft } from '@/hooks/use-draft';

type Material = ServiceItem['materials'][number];

/** The papers as a list to tick off; what is ticked is found again. */
export function Papers({ code, materials }: { code: string; materials: readonly Material[] }) {
  const { draft, change } = useDraft<{ ready: string[] }>(`papers.${code}`, (kept) => ({
    ready: [],
    ...kept,
  }));
  const groups = [
    { legend: '都要的', rows: materials.filter(({ required }) => required) },
    { legend: '有这种情况才要', rows: materials.filter(({ required }) => !required) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <Card title="要准备的材料" icon="paper">
      <Words look="muted">备好一样，点一下打个勾。不齐也能先请代办员帮忙。</Words>
      {groups.map(({ legend, rows }) => (
        <Ticks
          key={legend}
          legend={legend}
          values={draft.ready}
          options={rows.map((row) => ({ value: row.name, label: row.name, hint: hintOf(row) }))}
          onChange={(ready) => change({ ready })}
        />
      ))}
    </Card>
  );
}

/** A line for when it is needed, one for what and where from, one for the rest. */
function hintOf({ original, copies, when, source, electronicLicence, note }: Material): string {
  const forms = [original && '原件', copies > 0 && `复印件${copies}份`].filter(Boolean).join('和');
  const what = [forms, materialSources[source], electronicLicence && '电子证照也行']
    .filter(Boolean)
    .join(' · ');
  return [when, what, note].filter(Boolean).join('\n');
}
