import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PlaceRow } from 'contract/models';
import { limits } from 'contract/limits';
import { useCall } from '@/hooks/use-call';
import { useSettled } from '@/hooks/use-settled';
import { Button } from '../button';
import { Card } from '../card';
import { Faces, Note } from '../faces';
import { Field } from '../field';
import { List, ListRow } from '../list-row';
import { Words } from '../words';

/** What stands for a community: the code that was scanned, or its id. */
export interface Chosen {
  code?: string;
  orgId?: string;
  orgName?: string;
  /** the one grid that the name was found in */
  inGrid?: { id: string; name: string };
}

/** Between keys. */
const restMs = 300;

/**
 * Which community: by the code that was scanned, else found by the name of an estate or a street. `label`: what it asks, where the resident
 * is not the one who is asked.
 */
export function Place({
  chosen,
  label = '您住哪个小区、哪个社区？',
  again: words = '换一个社区',
  error,
  onChoose,
}: {
  chosen: Chosen;
  label?: string;
  again?: string;
  error?: string;
  onChoose(chosen: Chosen): void;
}) {
  const again = <Button onPress={() => onChoose({})}>{words}</Button>;
  if (chosen.code && !error) return <Scanned code={chosen.code} again={again} />;
  if (chosen.orgId && !error)
    return (
      <Card title={chosen.orgName} icon="station">
        {again}
      </Card>
    );
  return <Search label={label} error={error} onChoose={onChoose} />;
}

function Scanned({ code, again }: { code: string; again: JSX.Element }) {
  const asked = useCall('units.scan', { code });
  // A code that leads nowhere: the list is the way on.
  if (asked.error && !asked.data)
    return (
      <Note icon="info" text={asked.error.message}>
        {again}
      </Note>
    );
  return (
    <Faces of={asked}>
      {(place) => (
        <Card title={place.name} icon="station">
          <Words look="muted">{[place.street, place.grid?.name].filter(Boolean).join('，')}</Words>
          {again}
        </Card>
      )}
    </Faces>
  );
}

interface SearchProps {
  label: string;
  error?: string;
  onChoose(chosen: Chosen): void;
}

function Search({ label, error, onChoose }: SearchProps) {
  const [words, setWords] = useState('');
  const [settled] = useSettled(words.trim(), restMs);
  const asked = useCall('units.find', settled === '' ? undefined : { text: settled });
  return (
    <View>
      <Field
        label={label}
        hint="写小区、街道或社区的名字，两三个字就行"
        kind="search"
        required
        max={limits.placeText}
        value={words}
        error={error}
        onInput={setWords}
      />
      {settled !== '' && (
        <Faces
          of={asked}
          isEmpty={({ units }) => units.length === 0}
          empty={<Note icon="info" text="没找到这个名字。换小区旁边的路名、街道名试试。" />}
        >
          {({ units, isMore }) => (
            <>
              <List label="找到的社区">
                {units.map((place) => (
                  <ListRow
                    key={place.id}
                    icon="station"
                    title={place.name}
                    note={noteOf(place)}
                    onPress={() => onChoose({ orgId: place.id, orgName: place.name, inGrid: place.grid })}
                  />
                ))}
              </List>
              {isMore && <Words look="muted">还有别的，多写一两个字再找。</Words>}
            </>
          )}
        </Faces>
      )}
    </View>
  );
}

const noteOf = ({ street, found }: PlaceRow) => [street, found].filter(Boolean).join('，');
