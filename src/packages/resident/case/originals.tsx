import { View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from 'contract/limits';
import type { CaseView, CustodyView } from 'contract/models';
import { can } from 'contract/deeds';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field, FieldError } from '@/components/field';
import { Original } from '@/components/original';
import { waitsForYes } from '@/components/original/words';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

interface Props {
  kase: CaseView;
  now: number;
  reload(): void;
}

/** 原件 that the resident gave out of hand, 证件 that they are to get: where each is, and their yes or no to what was said of it. */
export function Originals({ kase, now, reload }: Props) {
  const { originals = [], caseId } = kase;
  if (originals.length === 0) return null;
  const named = originals.some(({ isResult }) => isResult) ? '证件' : '原件';
  const waits = originals.some(waitsForYes) && can(kase, 'confirm');
  return (
    <Card
      title={waits ? `${named}，请您认一下` : `您的${named}`}
      icon="shield"
      tone={waits ? 'warning' : 'plain'}
    >
      {originals.map((one) => (
        <Original key={one.id} of={one} now={now} mine>
          {can(kase, 'confirm') && waitsForYes(one) && <Yes caseId={caseId} one={one} onDone={reload} />}
        </Original>
      ))}
      <Button icon="paper" onPress={() => go.receipt(caseId, 'originals')}>
        看收条
      </Button>
    </Card>
  );
}

/** What was said of 证件, with a word of warning where they went to another's hands. */
function saidOf({ way, to, where }: NonNullable<CustodyView['back']>): string {
  if (way === 'post') return '说是寄给您了。收到了吗？';
  if (way === 'other')
    return `说是交给了${to}，不是交到您手上（${where}）。您拿到了吗？没托过他，点“没收到”。`;
  return `说是交到您手上了（${where}）。收到了吗？`;
}

/** The resident's side, by one tap; a no needs a word of what happened. */
function Yes({
  caseId,
  one: { id, what, back, isResult },
  onDone,
}: {
  caseId: string;
  one: CustodyView;
  onDone(): void;
}) {
  const [isNo, setIsNo] = useState(false);
  const [text, setText] = useState('');
  const confirm = useDeed('cases.confirm', onDone);
  const deny = useDeed('cases.deny', onDone);
  const say = async () => {
    if (await confirm.run({ caseId, custody: id })) onDone();
  };
  const refuse = async () => {
    if (await deny.run({ caseId, custody: id, text })) onDone();
  };
  const fault = deny.error?.fields.text ?? (deny.error ?? confirm.error)?.message;
  const words = isResult
    ? { ask: back ? saidOf(back) : '', yes: '收到了', no: '没收到' }
    : back
      ? { ask: `说是还给了${back.to}（${back.where}）。拿到了吗？`, yes: '拿到了', no: '不是这样' }
      : { ask: '说是从您这儿收走的。是您交的吗？', yes: '是我交的', no: '不是这样' };
  return (
    <>
      <Words look="strong">{words.ask}</Words>
      {!isNo && <FieldError id={`${id}-error`}>{fault}</FieldError>}
      <View className="case-ways">
        <Button icon="tick" busy={confirm.busy} label={`${what}，${words.yes}`} onPress={() => void say()}>
          {words.yes}
        </Button>
        <Button expanded={isNo} label={`${what}，${words.no}`} onPress={() => setIsNo(!isNo)}>
          {words.no}
        </Button>
      </View>
      {isNo && (
        <>
          <Field
            label="是怎么回事？社区马上知道"
            kind="long"
            max={limits.reason}
            value={text}
            onInput={setText}
            error={fault}
          />
          <Button busy={deny.busy} onPress={() => void refuse()}>
            告诉社区
          </Button>
        </>
      )}
    </>
  );
}
