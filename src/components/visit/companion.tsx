import { can } from 'contract/deeds';
import { type CaseView } from 'contract/models';
import { useState } from 'react';
import { spokenPhone } from '@/format/phones';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { Button } from '../button';
import { Choice } from '../choice';
import { Faces, Note } from '../faces';
import { FieldError } from '../field';
import { Words } from '../words';

interface Props {
  kase: CaseView;
  /** an hour at the door is agreed on, and has not begun */
  isToCome: boolean;
  reload(): void;
  /** to the page on which it is said why */
  onSay(deed: 'pair' | 'unpair'): void;
}

/** 两人同行, for those who work on the case: that two go, who goes along, and each way to change that. */
export function Companion({ kase, isToCome, reload, onSay }: Props) {
  const { caseId, pair, companion, parts, agentName } = kase;
  const [isChoosing, setChoosing] = useState(false);
  const { run, busy, error } = useDeed('cases.bring', reload);
  const [part] = parts;
  if (part === 'companion')
    return (
      <>
        <Words look="strong">两人同行：您和{agentName}一起去。</Words>
        <FieldError id="bring-error">{error?.message}</FieldError>
        {isToCome && (
          <Button busy={busy} onPress={() => void run({ caseId }).then((done) => done && reload())}>
            我去不了，请另定
          </Button>
        )}
      </>
    );
  const mayPair = !pair && can(kase, 'pair');
  const mayUnpair = pair && can(kase, 'unpair');
  const mayBring = pair && isToCome && can(kase, 'bring');
  return (
    <>
      {companion && (
        <Words look="strong">
          两人同行：{agentName}和{companion.name}一起去（{spokenPhone(companion.phone)}）。
        </Words>
      )}
      {pair && !companion && (
        <Words look="strong">
          两人同行：还没定谁一起去。{isToCome ? '定了才能开始上门。' : '先约时间，再定人。'}
        </Words>
      )}
      {mayBring && (
        <Button icon="people" expanded={isChoosing} onPress={() => setChoosing(!isChoosing)}>
          {companion ? '换同行的人' : '定同行的人'}
        </Button>
      )}
      {mayBring && isChoosing && (
        <Choose
          caseId={caseId}
          onDone={() => {
            setChoosing(false);
            reload();
          }}
        />
      )}
      {mayPair && <Button onPress={() => onSay('pair')}>要两个人去</Button>}
      {mayUnpair && <Button onPress={() => onSay('unpair')}>一个人去就行</Button>}
    </>
  );
}

/** Of those who are free at that hour; who is not is shown with the reason. */
function Choose({ caseId, onDone }: { caseId: string; onDone(): void }) {
  const found = useCall('cases.candidates', { caseId, along: true });
  const [agentId, setAgentId] = useState<string>();
  const { run, busy, error } = useDeed('cases.bring', found.reload);
  const [lack, setLack] = useState<string>();
  async function choose() {
    if (!agentId) return setLack('请选一位。');
    if (await run({ caseId, agentId })) onDone();
  }
  return (
    <Faces
      of={found}
      isEmpty={({ candidates }) => candidates.every(({ barred }) => barred)}
      empty={<Note icon="people" text="那个时间没有别的代办员有空。请改个时间，或者请社区来定。" />}
    >
      {({ candidates }) => (
        <>
          <Choice
            legend="谁一起去？都是那个时间有空的"
            options={candidates
              .filter(({ barred }) => !barred)
              .map(({ agentId: value, name: label, reason: hint }) => ({ value, label, hint }))}
            value={agentId}
            error={lack ?? error?.fields.agentId ?? error?.message}
            onChange={(one) => {
              setAgentId(one);
              setLack(undefined);
            }}
          />
          <Button look="main" busy={busy} onPress={() => void choose()}>
            定这一位
          </Button>
        </>
      )}
    </Faces>
  );
}
