import { useState } from 'react';
import { limits } from 'contract/limits';
import type { PersonRow } from 'contract/models';
import { call } from '@/cloud/call';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { List, ListRow } from '@/components/list-row';
import { More } from '@/components/more';
import { Words } from '@/components/words';
import { usePages } from '@/hooks/use-pages';
import { useSession } from '@/hooks/use-session';
import { useSettled } from '@/hooks/use-settled';
import { highestOf } from './unit';

/** Between keys. */
const restMs = 300;

interface Props {
  words: string;
  /** who is looked for first */
  name?: string;
  onChoose(person: PersonRow): void;
}

/** Finds an entry of the register among those of the manager's unit. */
export function FindPerson({ words: says, name = '', onChoose }: Props) {
  const session = useSession();
  const orgId = session.data ? highestOf(session.data.person) : '';
  const [words, setWords] = useState(name);
  const [text] = useSettled(words.trim(), restMs);
  const asked = usePages(orgId && text && `people.find ${orgId} ${text}`, async (cursor) => {
    const page = await call('people.find', { orgId, text, cursor });
    return { rows: page.people, cursor: page.cursor };
  });
  return (
    <>
      <Words>{says}</Words>
      <Field
        label="找人"
        hint="姓名、电话、门牌，或办件编号"
        kind="search"
        max={limits.address}
        value={words}
        onInput={setWords}
      />
      {text !== '' && (
        <Faces
          of={asked}
          isEmpty={(rows) => rows.length === 0}
          empty={<Note icon="people" text="没找到这个人。换个写法再找。" />}
        >
          {(rows) => (
            <>
              <List label="找到的人">
                {rows.map((row) => (
                  <ListRow
                    key={row.id}
                    icon="person"
                    title={row.name}
                    note={`${row.phone}，${row.orgName}${row.hasWechat ? '，自己有微信' : ''}`}
                    onPress={() => onChoose(row)}
                  />
                ))}
              </List>
              <More of={asked} />
            </>
          )}
        </Faces>
      )}
    </>
  );
}
