import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { type ExportFormat, type ExportTable, exportFormats, exportTables } from 'contract/metrics';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { Taken } from '@/components/taken';
import { Words } from '@/components/words';
import { periodsBefore, sayPeriod } from 'contract/period';
import { useDeed } from '@/hooks/use-deed';
import { useTake } from '@/hooks/use-take';

type Overview = Pick<Output<'metrics.overview'>, 'org' | 'from' | 'to' | 'ranking'>;

/** Any of the tables as a file, and the form for invited reviewers. */
export function Take({ overview }: { overview: Overview }) {
  return (
    <Fold title="导出：Excel、CSV、评议表">
      {() => (
        <>
          <Tables overview={overview} />
          <Form orgId={overview.org.id} />
        </>
      )}
    </Fold>
  );
}

function Tables({ overview: { org, from, to, ranking } }: { overview: Overview }) {
  const [table, setTable] = useState<ExportTable>('rates');
  const [format, setFormat] = useState<ExportFormat>();
  const take = useTake(useDeed('metrics.export'));
  const tables = (Object.keys(exportTables) as ExportTable[]).filter(
    // Persons only where they may be compared.
    (one) => one !== 'persons' || (org.tier === 'community' && ranking.on),
  );
  const fetch = (one: ExportFormat) => {
    setFormat(one);
    void take.run({ orgId: org.id, table, format: one, from, to });
  };
  return (
    <>
      <Choice<ExportTable>
        legend="导出哪张表？"
        columns={3}
        options={tables.map((one) => ({ value: one, label: exportTables[one] }))}
        value={table}
        onChange={setTable}
      />
      {table === 'cases' && <Words look="muted">姓名和电话都打了码，不带评价。最多10万行。</Words>}
      <View className="take-ways">
        {(Object.keys(exportFormats) as ExportFormat[]).map((one) => (
          <Button key={one} inline icon="paper" busy={take.busy && format === one} onPress={() => fetch(one)}>
            下载{exportFormats[one]}
          </Button>
        ))}
      </View>
      <Taken of={take} />
    </>
  );
}

/** 评议表: of a quarter that is over. */
function Form({ orgId }: { orgId: string }) {
  const quarters = periodsBefore(currentTime(), 'quarter', 4);
  const [quarter, setQuarter] = useState(quarters[0] ?? '');
  const take = useTake(useDeed('metrics.form'));
  return (
    <>
      <Heading level={3}>评议表</Heading>
      <Words>带着一个季度的数字，打印一张A4，请评议官填。</Words>
      <Choice
        legend="哪个季度？"
        columns={2}
        options={quarters.map((one) => ({ value: one, label: sayPeriod(one) }))}
        value={quarter}
        onChange={setQuarter}
      />
      <View className="take-ways">
        <Button inline icon="paper" busy={take.busy} onPress={() => void take.run({ orgId, quarter })}>
          下载评议表
        </Button>
      </View>
      <Taken of={take} />
    </>
  );
}
