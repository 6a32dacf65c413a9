import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { limits } from 'contract/limits';
import { currentTime } from '@/cloud/clock';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { List } from '@/components/list-row';
import { More } from '@/components/more';
import { StateTag } from '@/components/tag';
import { usePages } from '@/hooks/use-pages';
import { BoardRow } from './row';

interface Props {
  orgId: string;
  /** what the page shows while nothing is looked for */
  children: ReactNode;
}

/** A case by what a caller says: its number, whom it is for, who has it. What is found takes the place of the rest. */
export function Find({ orgId, children }: Props) {
  const [words, setWords] = useState('');
  const [sought, setSought] = useState('');
  const text = words.trim();
  const find = () => {
    // The field says itself that this is too long.
    if ([...text].length <= limits.sought) setSought(text);
  };
  const clear = () => {
    setWords('');
    setSought('');
  };
  return (
    <>
      <View className="board-find" role="search">
        <Field
          label="找一件"
          hint="编号、居民的姓名或电话、代办员的姓名"
          kind="search"
          value={words}
          max={limits.sought}
          onInput={setWords}
          onConfirm={find}
        />
        <View className="board-find-ways">
          <Button inline icon="search" onPress={find}>
            查找
          </Button>
          {(sought || text) && (
            <Button inline icon="close" onPress={clear}>
              清空
            </Button>
          )}
        </View>
      </View>
      {sought ? <Found orgId={orgId} text={sought} /> : children}
    </>
  );
}

function Found({ orgId, text }: { orgId: string; text: string }) {
  const asked = usePages(`cases.find ${orgId} ${text}`, async (cursor) => {
    const page = await call('cases.find', { orgId, text, cursor });
    return { rows: page.cases, cursor: page.cursor };
  });
  const now = currentTime();
  return (
    <Faces
      of={asked}
      isEmpty={(rows) => rows.length === 0}
      empty={
        <Note
          icon="search"
          text={`没有找到“${text}”。请写全：编号像 26 1123 8176，姓名一字不少，座机带区号。不归这里管的件，这里找不到。`}
        />
      }
    >
      {(rows) => (
        <>
          <View role="status">
            找到{rows.length}件{asked.more ? '，后面还有' : ''}
            {rows.length > 1 && '，新的在前'}。
          </View>
          <View className="board-heap">
            {rows.map((row) => (
              <View className="board-column" key={row.caseId}>
                <View>
                  <StateTag state={row.state} kind={row.kind} />
                </View>
                <List>
                  <BoardRow row={row} now={now} />
                </List>
              </View>
            ))}
          </View>
          <More of={asked} />
        </>
      )}
    </Faces>
  );
}
