import { useState } from 'react';
import type { AskerRow, FamilyRow } from 'contract/models';
import { limits } from 'contract/limits';
import { relationNames } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { spokenPhone } from '@/format/phones';
import { goToTop } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useSession } from '@/hooks/use-session';
import { useStepBack } from '@/hooks/use-step-back';
import { KeepFields, useKeep } from './keep';

/** 我的家人: whom I ask for, and who asks for me. */
export default function Family() {
  const session = useSession();
  const asked = useCall('account.family', session.is('resident') ? {} : undefined);
  /** whom the form is about: a new one, or one who is kept */
  const [edited, setEdited] = useState<'new' | FamilyRow>();
  const done = () => {
    setEdited(undefined);
    asked.reload();
    session.reload();
  };
  const stepBack = useStepBack(edited ? 1 : 0, () => setEdited(undefined));
  if (edited)
    return (
      <>
        {stepBack}
        <Keep row={edited === 'new' ? undefined : edited} onDone={done} />
      </>
    );
  return (
    <Page title="我的家人">
      {stepBack}
      {session.data && !session.is('resident') ? (
        <Note icon="info" text="这里是居民替家人办事的地方。您替居民办，请用“帮居民登记”。" />
      ) : (
        <Faces of={session}>
          {() => (
            <Faces of={asked}>
              {({ family, askers }) => (
                <>
                  <Kept family={family} onEdit={setEdited} onDone={done} />
                  <Askers askers={askers} onDone={asked.reload} />
                </>
              )}
            </Faces>
          )}
        </Faces>
      )}
    </Page>
  );
}

function Keep({ row, onDone }: { row?: FamilyRow; onDone(): void }) {
  const form = useKeep(row);
  return (
    <Page
      title={row ? `改${row.name}` : '记一位家人'}
      bar={<SendBar of={form} words="存好" onDone={onDone} />}
    >
      <KeepFields of={form} />
    </Page>
  );
}

interface KeptProps {
  family: readonly FamilyRow[];
  onEdit(edited: 'new' | FamilyRow): void;
  onDone(): void;
}

function Kept({ family, onEdit, onDone }: KeptProps) {
  const edit = (edited: 'new' | FamilyRow) => {
    onEdit(edited);
    goToTop('.page-title');
  };
  return (
    <>
      {family.length === 0 && (
        <Words>
          记下爸妈、孩子、老伴，替他们请人办事就不用再填。由他们住的社区来办，您和他都看得到进度。
        </Words>
      )}
      {family.map((row) => (
        <One key={row.id} row={row} onEdit={() => edit(row)} onDone={onDone} />
      ))}
      {family.length < limits.family && (
        <Button look={family.length === 0 ? 'main' : 'plain'} icon="person" onPress={() => edit('new')}>
          记一位家人
        </Button>
      )}
    </>
  );
}

/** What that person has said to it; nothing yet is nothing to say. */
const answerWords = (agrees: boolean | undefined) =>
  agrees === undefined ? undefined : agrees ? '他同意您替他办' : '他说不用您代办';

function One({ row, onEdit, onDone }: { row: FamilyRow; onEdit(): void; onDone(): void }) {
  const drop = useDeed('account.dropFamily', onDone);
  const answer = answerWords(row.agrees);
  return (
    <Card title={row.name} icon="person">
      <Facts
        facts={[
          { name: '关系', value: relationNames[row.relation] },
          { name: '社区', value: row.orgName },
          ...(row.phone ? [{ name: '电话', value: spokenPhone(row.phone) }] : []),
          ...(answer ? [{ name: '本人', value: answer }] : []),
        ]}
      />
      {row.agrees !== false && (
        <Button inline icon="pencil" label={`改${row.name}`} onPress={onEdit}>
          改
        </Button>
      )}
      <Fold title={`去掉${row.name}`}>
        {() => (
          <>
            <Words>替他提过的事接着办，以后要替他办得重新记。</Words>
            {drop.error && <Note icon="problem" text={drop.error.message} />}
            <Button
              look="danger"
              busy={drop.busy}
              onPress={() => void drop.run({ familyId: row.id }).then((done) => done && onDone())}
            >
              去掉
            </Button>
          </>
        )}
      </Fold>
    </Card>
  );
}

function Askers({ askers, onDone }: { askers: readonly AskerRow[]; onDone(): void }) {
  if (askers.length === 0) return null;
  return (
    <>
      <Heading>谁替您办</Heading>
      {askers.map((row) => (
        <Asker key={row.id} row={row} onDone={onDone} />
      ))}
    </>
  );
}

/** What the caller says to one who keeps them: asked until it is answered, and open to another answer later. */
function Asker({ row: { id, name, relation, agrees }, onDone }: { row: AskerRow; onDone(): void }) {
  const { run, busy, error } = useDeed('account.answerFamily', onDone);
  const answer = async (yes: boolean) => {
    if (await run({ askerId: id, agrees: yes })) onDone();
  };
  return (
    <Card title={name} icon="people" tone={agrees === undefined ? 'progress' : 'plain'}>
      <Words>
        把您记作{relationNames[relation]}，替您请人办事。
        {agrees === undefined ? '' : agrees ? '您同意了。' : '您说了不要，他看不到您的事。'}
      </Words>
      {error && <Note icon="problem" text={error.message} />}
      {agrees !== true && (
        <Button busy={busy} onPress={() => void answer(true)}>
          同意他替我办
        </Button>
      )}
      {agrees !== false && (
        <Button look="quiet" busy={busy} onPress={() => void answer(false)}>
          不要他替我办
        </Button>
      )}
    </Card>
  );
}
