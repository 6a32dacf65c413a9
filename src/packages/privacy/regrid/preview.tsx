import type { Output } from 'contract/actions';
import { Card } from '@/components/card';
import { Lines, Words } from '@/components/words';

type Count = Output<'units.regrid'>['grids'][number]['before'];

/** What would move, and what grids and agents would have then. Nothing is written yet. */
export function Preview({ of: { residents, cases, grids, agents } }: { of: Output<'units.regrid'> }) {
  const changed = agents.filter((one) => sayCount(one.before) !== sayCount(one.after));
  return (
    <Card title="改了以后" icon="info">
      <Words look="strong">
        {residents === 0 ? '没有居民会换网格。' : `${residents}位居民换网格，${whatGoes(cases)}。`}
      </Words>
      <Lines items={grids.map(lineOf)} />
      {changed.length > 0 && (
        <>
          <Words look="strong">代办员管的：</Words>
          <Lines items={changed.map(lineOf)} />
        </>
      )}
    </Card>
  );
}

/** 新民第一网格：从12人3件，变成9人2件 */
const lineOf = ({ name, before, after }: { name: string; before: Count; after: Count }) =>
  `${name}：从${sayCount(before)}，变成${sayCount(after)}`;

const whatGoes = (cases: number) => (cases === 0 ? '他们没有在办的件' : `${cases}件在办的跟着走`);

const sayCount = ({ residents, cases }: Count) => `${residents}人${cases}件`;
