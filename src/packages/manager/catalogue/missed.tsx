import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ItemState } from 'contract/models';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Note } from '@/components/faces';
import { Field, FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import { More } from '@/components/more';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';
import { usePages } from '@/hooks/use-pages';
import { named } from './named';

interface Props {
  orgId: string;
  items: readonly ItemState[];
  canPublish: boolean;
}

/** What residents searched in vain, most frequent first: a manager says what it means, and the next search finds it. */
export function Missed({ orgId, items, canPublish }: Props) {
  const asked = usePages(`catalog.missed ${orgId}`, async (cursor) => {
    const { words, ...page } = await call('catalog.missed', { orgId, cursor });
    return { rows: words, ...page };
  });
  const [learned, setLearned] = useState<string>();
  const published = items.filter(({ version }) => version > 0);
  const done = (text: string, name: string) => {
    setLearned(`记下了：一分钟后再搜“${text}”，就找得到${name}。`);
    asked.reload();
  };
  const rows = asked.data ?? [];
  return (
    <View className="catalogue-column">
      <View role="status">{learned && <Words look="strong">{learned}</Words>}</View>
      {rows.length > 0 && (
        <Fold title={`居民搜了没找到的，${rows.length}${asked.more ? '条以上' : '条'}`}>
          {() => (
            <View className="catalogue-column">
              <Words look="muted">
                只记字，不记是谁搜的。{canPublish ? '认得的，点开说是哪一项。' : '请区里认是哪一项。'}
              </Words>
              {rows.map(({ text, count }) =>
                canPublish ? (
                  <Fold key={text} title={`“${text}”，搜过${count}次`}>
                    {() => <Learn text={text} items={published} onLearned={(name) => done(text, name)} />}
                  </Fold>
                ) : (
                  <Words key={text}>{`“${text}”，搜过${count}次`}</Words>
                ),
              )}
              <More of={asked}>再看少一些的</More>
            </View>
          )}
        </Fold>
      )}
      {asked.data?.length === 0 && <Words look="muted">居民搜的都找到了。</Words>}
      {asked.error && <Note icon="offline" text={asked.error.message} onRetry={asked.reload} />}
    </View>
  );
}

/** As many as can be looked over at once. */
const shown = 6;

function Learn({
  text,
  items,
  onLearned,
}: {
  text: string;
  items: readonly ItemState[];
  onLearned(name: string): void;
}) {
  const [words, setWords] = useState('');
  const [code, setCode] = useState<string>();
  const { run, busy, error } = useDeed('catalog.learn');
  const found = named(items, words).slice(0, shown);
  const chosen = found.find((one) => one.code === code);
  const learn = async () => {
    if (chosen && (await run({ code: chosen.code, words: [text] }))) onLearned(chosen.name);
  };
  return (
    <View className="catalogue-column">
      <Field label="找那一项" hint="按名称，打一两个字" kind="search" value={words} onInput={setWords} />
      <Choice
        legend={`“${text}”是哪个事项的说法？`}
        options={found.map((one) => ({ value: one.code, label: one.name }))}
        value={chosen?.code}
        onChange={setCode}
      />
      <FieldError id={`learn-${text}`}>
        {error ? (error.fields.words ?? error.message) : undefined}
      </FieldError>
      <Button disabled={!chosen} busy={busy} onPress={() => void learn()}>
        {chosen ? `是“${chosen.name}”的说法` : '先选一项'}
      </Button>
    </View>
  );
}
