import type { Output } from 'contract/actions';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Words } from '@/components/words';

type Count = Output<'units.regrid'>['grids'][number]['before'];

/** What would move, and what grids and agents would have then. Nothing is written yet. */
export function Preview({ of: { residents, cases, grids, agents } }: { of: Output<'units.regrid'> }) {
  const changed = agents.filter((one) => sayCount(one.before) !== sayCount(one.after));
  return (
    <Card title="改了以后" icon="info">
      <Words look="strong">
        {residents === 0 ? '没有居民会换网格。' : `${residents}位居民换网格，${whatGoes(cases)}。`}
      </Words>
      <Facts facts={grids.map(factOf)} />
      {changed.length > 0 && (
        <>
          <Words look="strong">代办员管的：</Words>
          <Facts facts={changed.map(factOf)} />
        </>
      )}
    </Card>
  );
}

const factOf = ({ name, before, after }: { name: string; before: Count; after: Count }) => ({
  name,
  value: `从${sayCount(before)}，变成${sayCount(after)}`,
});

const whatGoes = (cases: number) => (cases === 0 ? '他们没有在办的件' : `${cases}件在办的跟着走`);

const sayCount = ({ residents, cases }: Count) => `${residents}人${cases}件`;
