import { View } from '@tarojs/components';
import { limits } from 'contract/limits';
import type { Output } from 'contract/actions';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { List, ListRow } from '@/components/list-row';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useSettled } from '@/hooks/use-settled';
import { go } from '@/routes';

/** Between keys; an answer to older words is dropped by `useCall`. */
const restMs = 300;
const shown = 6;

/** Say it your own way: results come while typing, and at once with 查找. */
export function Search({ words, onWords }: { words: string; onWords(words: string): void }) {
  const [settled, settle] = useSettled(words, restMs);
  const text = [...settled.trim()].slice(0, limits.searchText).join('');
  const asked = useCall(
    'catalog.search',
    text === '' || words.trim() === '' ? undefined : { text, limit: shown },
  );
  return (
    <View className="search" role="search">
      <Field
        label="您要办什么事?"
        kind="search"
        placeholder="比如:老伴想办残疾证"
        value={words}
        onInput={onWords}
        onConfirm={() => settle(words)}
      />
      {words.trim() !== '' && (
        <>
          <View className="search-buttons">
            <Button look="main" icon="search" onPress={() => settle(words)}>
              查找
            </Button>
            <Button inline icon="close" onPress={() => onWords('')}>
              清空
            </Button>
          </View>
          <Faces of={asked}>{(found) => <Found found={found} text={text} />}</Faces>
        </>
      )}
    </View>
  );
}

function Found({ found: { items, hotlines }, text }: { found: Output<'catalog.search'>; text: string }) {
  const consult = () => go.request('policy-consultation', { text });
  return (
    <>
      <View className="unseen" role="status">
        {items.length > 0 ? `找到${items.length}项` : '没有找到'}
      </View>
      {hotlines.map(({ number, name, why }) => (
        <Card key={number} tone="breach" icon="warning" title={why}>
          <CallButton look="danger" number={number} whom={name}>
            打{number} {name}
          </CallButton>
        </Card>
      ))}
      {items.length > 0 ? (
        <>
          <List label="找到的事项">
            {items.map(({ code, name, summary, subtype }) => (
              <ListRow
                key={code}
                title={name}
                note={summary}
                onPress={() => go.service(code, { subtype, text })}
              />
            ))}
          </List>
          <Button icon="talk" onPress={consult}>
            都不是,问问社区
          </Button>
        </>
      ) : (
        <Note icon="talk" text="没找到对得上的事。写的话给您留着,直接问社区,有人答复您。">
          <Button look="main" onPress={consult}>
            问问社区
          </Button>
          <Words look="muted">政策咨询,1个工作日内答复</Words>
        </Note>
      )}
    </>
  );
}
