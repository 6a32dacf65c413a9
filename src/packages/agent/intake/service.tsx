import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import { CONSULTATION } from 'contract/consultation';
import { promiseOf, sayPromise } from 'contract/promise';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Hotlines } from '@/components/hotlines';
import { List, ListRow } from '@/components/list-row';
import { Words } from '@/components/words';
import type { Asked } from '@/hooks/use-call';
import { useSearch } from '@/hooks/use-search';

interface Props {
  words: string;
  isPicked: boolean;
  /** the kind that was picked with it */
  subtype?: string;
  /** the item that was picked */
  asked: Asked<Output<'catalog.detail'>>;
  error?: string;
  /** not given: none of them after all */
  onPick(code?: string, subtype?: string): void;
}

/** Which item the words mean: found while they are written, one tap picks it. */
export function Service({ words, isPicked, subtype, asked, error, onPick }: Props) {
  if (!isPicked) return <Found words={words} error={error} onPick={onPick} />;
  return (
    <Faces of={asked}>
      {({ item }) => (
        <Card tone="progress" icon="tick" title={item.name}>
          <Words>我们答应几天办好：{sayPromise(promiseOf(item, subtype))}</Words>
          <Button inline icon="undo" label={`换一件：现在是${item.name}`} onPress={() => onPick()}>
            换一件
          </Button>
        </Card>
      )}
    </Faces>
  );
}

function Found({ words, error, onPick }: Pick<Props, 'words' | 'error' | 'onPick'>) {
  const { asked, settle } = useSearch(words);
  const consult = () => {
    settle(words);
    onPick(CONSULTATION);
  };
  if (words.trim() === '') return null;
  return (
    <View className="field">
      <Hotlines of={asked.data?.hotlines ?? []} />
      <View className="field-label">是哪一件？点一下</View>
      <FieldError id="service-error">{error}</FieldError>
      <Faces of={asked}>
        {({ items }) => (
          <>
            <View className="unseen" role="status">
              {items.length > 0 ? `找到${items.length}项` : '没有找到'}
            </View>
            {items.length > 0 ? (
              <List label="找到的事项">
                {items.map(({ code, name, summary, subtype }) => (
                  <ListRow key={code} title={name} note={summary} onPress={() => onPick(code, subtype)} />
                ))}
              </List>
            ) : (
              <Note icon="talk" text="没找到对得上的事，换个说法试试。" />
            )}
            <Button icon="talk" onPress={consult}>
              都不是，按政策咨询登记
            </Button>
          </>
        )}
      </Faces>
    </View>
  );
}
