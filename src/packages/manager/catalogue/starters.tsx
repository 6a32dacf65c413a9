import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ItemState, ServiceRow } from 'contract/models';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Ticks } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import { Words } from '@/components/words';
import { byCategory } from '@/format/by-category';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';

interface Props {
  /** what is in the catalogue; where that is nothing, this is what to do first */
  known: readonly ItemState[];
  canPublish: boolean;
  onStarted(): void;
}

/** The items of the product's own content that are not in the catalogue: which of them are done here, all to begin with. */
export function Starters({ known, canPublish, onStarted }: Props) {
  const isFirst = known.length === 0;
  const asked = useCall('catalog.starters', {});
  const started = () => {
    asked.reload();
    onStarted();
  };
  if (isFirst && !canPublish) return <Note icon="info" text="目录还空着。请区里先启用这里办的事项。" />;
  if (!canPublish) return null;
  return (
    <Faces of={asked}>
      {(answer) => {
        // What was begun a moment ago may still be among them.
        const items = answer.items.filter(({ code }) => !known.some((one) => one.code === code));
        if (items.length === 0) return null;
        const choose = <Choose key={items.length} items={items} onStarted={started} />;
        return isFirst ? (
          <Card title="这里办哪些" icon="all">
            {choose}
          </Card>
        ) : (
          <Fold title={`还有${items.length}项现成的没启用`}>{() => choose}</Fold>
        );
      }}
    </Faces>
  );
}

function Choose({ items, onStarted }: { items: readonly ServiceRow[]; onStarted(): void }) {
  const [chosen, setChosen] = useState(() => items.map(({ code }) => code));
  const { run, busy, error } = useDeed('catalog.start', onStarted);
  const start = async () => {
    if (await run({ codes: chosen })) onStarted();
  };
  return (
    <View className="catalogue-column">
      <Words>内容都写好了，启用以后再改电话和时间。不办的点一下去掉。</Words>
      {byCategory(items).map(([category, rows]) => (
        <Ticks
          key={category}
          legend={category}
          values={chosen}
          options={rows.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setChosen}
        />
      ))}
      <FieldError id="start-error">{error ? (error.fields.codes ?? error.message) : undefined}</FieldError>
      <Button look="main" busy={busy} onPress={() => void start()}>
        启用这些（{chosen.length}项）
      </Button>
    </View>
  );
}
