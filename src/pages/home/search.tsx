import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { CONSULTATION } from 'contract/consultation';
import { AnswerRow } from '@/components/answer-row';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { Complaint } from '@/components/complaint';
import { Hotlines } from '@/components/hotlines';
import { List, ListRow } from '@/components/list-row';
import { Words } from '@/components/words';
import { useRecent } from '@/hooks/use-recent';
import { useSearch } from '@/hooks/use-search';
import { go } from '@/routes';
import { Bundles } from './catalogue';
import { Recent } from './recent';

/** Say it your own way: results come while typing, and at once with 查找. */
export function Search({ words, onWords }: { words: string; onWords(words: string): void }) {
  const { asked, text, settle } = useSearch(words);
  // What was looked for before comes with the first touch of the field, and stays: it must not go from under a finger.
  const [isTouched, setIsTouched] = useState(false);
  const { remember } = useRecent();
  const isEmpty = words.trim() === '';
  const find = () => {
    remember(words);
    settle(words);
  };
  const again = (before: string) => {
    onWords(before);
    settle(before);
  };
  return (
    <View className="search" role="search">
      <Field
        label="您要办什么事？"
        hint="打字，或点键盘上的话筒说出来"
        kind="search"
        placeholder="比如：想办残疾证"
        value={words}
        onInput={onWords}
        onConfirm={find}
        onFocus={() => setIsTouched(true)}
      />
      {isEmpty && isTouched && <Recent onPick={again} />}
      {!isEmpty && (
        <>
          <Hotlines of={asked.data?.hotlines ?? []} />
          {asked.data?.isComplaint && <Complaint onWrite={() => go.complaint({ text: words })} />}
          <View className="search-buttons">
            <Button look="main" icon="search" onPress={find}>
              查找
            </Button>
            <Button inline icon="close" onPress={() => onWords('')}>
              清空
            </Button>
          </View>
          <Faces of={asked}>
            {(found) => (
              <Found found={found} text={text} onLeave={() => remember(text)} onMissed={() => settle(text)} />
            )}
          </Faces>
        </>
      )}
    </View>
  );
}

interface FoundProps {
  found: Output<'catalog.search'>;
  text: string;
  /** one of them was what was meant */
  onLeave(): void;
  /** none was: the words were whole */
  onMissed(): void;
}

function Found({
  found: { isComplaint, items, hotlines, answers, bundles },
  text,
  onLeave,
  onMissed,
}: FoundProps) {
  const consult = () => {
    onLeave();
    onMissed();
    go.request(CONSULTATION, { text });
  };
  // What complains of the staff is no item of theirs: where to write it stands above.
  if (isComplaint) return null;
  // A resident in danger is not told that nothing was found.
  if (items.length === 0 && hotlines.length > 0) return null;
  const count = items.length + answers.length + bundles.length;
  return (
    <>
      <Bundles bundles={bundles} text={text} />
      <View className="unseen" role="status">
        {count > 0 ? `找到${count}项` : '没有找到'}
      </View>
      {items.length > 0 ? (
        <>
          <List label="找到的事项">
            {items.map(({ code, name, summary, subtype }) => (
              <ListRow
                key={code}
                title={name}
                note={summary}
                onPress={() => {
                  onLeave();
                  go.service(code, { subtype, text });
                }}
              />
            ))}
          </List>
          <AnswersFound of={answers} onLeave={onLeave} />
          <Button icon="talk" onPress={consult}>
            都不是，问问社区
          </Button>
        </>
      ) : (
        <>
          <AnswersFound of={answers} onLeave={onLeave} />
          <Note icon="talk" text="没找到对得上的事。写的话给您留着，直接问社区，有人答复您。">
            <Button look="main" onPress={consult}>
              问问社区
            </Button>
            <Words look="muted">政策咨询，1个工作日内答复</Words>
          </Note>
        </>
      )}
    </>
  );
}

/** What neighbours asked much the same. */
function AnswersFound({ of, onLeave }: { of: FoundProps['found']['answers']; onLeave(): void }) {
  if (of.length === 0) return null;
  return (
    <List label="大家问过的">
      {of.map((answer) => (
        <AnswerRow
          key={answer.id}
          of={answer}
          onPress={() => {
            onLeave();
            go.answers(answer.id);
          }}
        />
      ))}
    </List>
  );
}
