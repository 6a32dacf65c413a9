import { useState } from 'react';
import { limits } from 'contract/limits';
import type { CaseView, CustodyView } from 'contract/models';
import { can } from 'contract/deeds';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Fold } from '@/components/fold';
import { Original } from '@/components/original';
import { isOut, waitsForYes } from '@/components/original/words';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

interface Props {
  kase: CaseView;
  now: number;
  reload(): void;
}

/** 原件, as those who oversee the case see them; a manager says that one was given back, or that they asked the resident. */
export function Originals({ kase, now, reload }: Props) {
  const { originals = [], caseId } = kase;
  if (originals.length === 0) return null;
  return (
    <Card title="原件和证件" icon="shield">
      {originals.map((one) => (
        <Original key={one.id} of={one} now={now}>
          {can(kase, 'confirm') && waitsForYes(one) && (
            <Fold title={`问过本人了：${one.what}`}>
              {() => <Asked caseId={caseId} one={one} onDone={reload} />}
            </Fold>
          )}
          {can(kase, 'giveBack') && isOut(one) && !waitsForYes(one) && (
            <Fold title={`${one.isResult ? '交' : '还'}给居民了：${one.what}`}>
              {() => <Given caseId={caseId} one={one} onDone={reload} />}
            </Fold>
          )}
        </Original>
      ))}
      <Button icon="paper" onPress={() => go.receipt(caseId, 'originals')}>
        收条
      </Button>
    </Card>
  );
}

interface DeedProps {
  caseId: string;
  one: CustodyView;
  onDone(): void;
}

function Asked({ caseId, one, onDone }: DeedProps) {
  const [text, setText] = useState('');
  const { run, busy, error } = useDeed('cases.confirm', onDone);
  const send = async () => {
    if (await run({ caseId, custody: one.id, ...(text.trim() !== '' && { text }) })) onDone();
  };
  return (
    <>
      <Words>{one.back ? `问清楚：${one.back.to}拿到了没有。` : '问清楚：是不是本人交的。'}</Words>
      <Field
        label="怎么问的"
        hint="比如：打电话问过本人，拿到了"
        value={text}
        max={limits.reason}
        onInput={setText}
        error={error?.fields.text ?? error?.fields.custody ?? error?.message}
      />
      <Button busy={busy} onPress={() => void send()}>
        本人认了，记下来
      </Button>
    </>
  );
}

function Given({ caseId, one, onDone }: DeedProps) {
  const [to, setTo] = useState('');
  const [where, setWhere] = useState('便民服务站');
  const { run, busy, error } = useDeed('cases.giveBack', onDone);
  const send = async () => {
    if (await run({ caseId, custody: one.id, to, where })) onDone();
  };
  return (
    <>
      <Field
        label="交到谁手上"
        value={to}
        max={limits.name}
        onInput={setTo}
        error={error?.fields.to ?? error?.fields.custody}
      />
      <Field
        label="在哪里还的"
        value={where}
        max={limits.address}
        onInput={setWhere}
        error={error?.fields.where}
      />
      <Button busy={busy} onPress={() => void send()}>
        记下来，请居民认
      </Button>
    </>
  );
}
