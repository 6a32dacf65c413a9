import { View } from '@tarojs/components';
import type { CaseView, CustodyView } from 'contract/models';
import { can } from 'contract/deeds';
import { limits } from 'contract/limits';
import { isOpen } from 'contract/states';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import { Original } from '@/components/original';
import { isOut, waitsForYes } from '@/components/original/words';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';
import { usePhotos } from '@/hooks/use-photos';
import { go } from '@/routes';
import './case.scss';

const dayMs = 86_400_000;

interface Props {
  kase: CaseView;
  reload(): void;
  now: number;
}

/** 原件 that this agent took, 证件 that are to be handed over: where each is, and what is said of it next. */
export function Originals({ kase, now, reload }: Props) {
  const { originals = [], caseId } = kase;
  const isDone = !isOpen(kase.state);
  const mayKeep = can(kase, 'keep') && (!isDone || now <= (kase.endedAt ?? 0) + limits.handDays * dayMs);
  if (originals.length === 0 && !mayKeep) return null;
  const held = originals.filter((one) => isOut(one) && one.state !== 'returning');
  return (
    <Card
      title={isDone ? '要交的证件' : '原件'}
      icon="shield"
      tone={isDone && held.length > 0 ? 'warning' : 'plain'}
    >
      {originals.length === 0 && (
        <Words look="muted">
          {isDone ? '有证件要交给居民，记一笔，居民收到了才算。' : '收了居民的原件，记一笔，居民认了才算。'}
        </Words>
      )}
      {originals.map((one) => (
        <Original key={one.id} of={one} now={now}>
          {can(kase, 'confirm') && waitsForYes(one) && <Slip caseId={caseId} one={one} onDone={reload} />}
        </Original>
      ))}
      <View className="contact-ways">
        {can(kase, 'giveBack') && held.length > 0 && (
          <Button look={isDone ? 'main' : 'plain'} onPress={() => go.agentDeed(caseId, 'giveBack')}>
            {held.every(({ isResult }) => isResult) ? '证件交了' : '还给居民了'}
          </Button>
        )}
        {can(kase, 'lodge') && held.some(({ isResult }) => !isResult) && (
          <Button onPress={() => go.agentDeed(caseId, 'lodge')}>交到窗口了</Button>
        )}
        {mayKeep && (
          <Button onPress={() => go.agentDeed(caseId, 'keep')}>{isDone ? '还有证件要交' : '收了原件'}</Button>
        )}
        {originals.length > 0 && (
          <Button icon="paper" onPress={() => go.receipt(caseId, 'originals')}>
            收条
          </Button>
        )}
      </View>
    </Card>
  );
}

/** For a resident without WeChat: they sign the slip, and the slip is photographed. */
function Slip({ caseId, one, onDone }: { caseId: string; one: CustodyView; onDone(): void }) {
  const { run, error } = useDeed('cases.confirm', onDone);
  const taking = usePhotos({
    to: { of: 'papers', caseId },
    async onSent([slip]) {
      if (slip === undefined) return true;
      if (await run({ caseId, custody: one.id, slip })) onDone();
      return true;
    },
  });
  const fault = taking.failure?.message ?? error?.fields.add ?? error?.message;
  return (
    <Fold title={`居民没有微信？${one.what}`}>
      {() => (
        <>
          <Words>请居民在收条上签字，把收条拍下来。</Words>
          <FieldError id={`slip-${one.id}-error`}>{fault}</FieldError>
          <Button
            icon="camera"
            busy={taking.busy}
            label={`拍收条，${one.what}`}
            onPress={() => void (taking.left > 0 ? taking.again() : taking.add(1))}
          >
            {taking.left > 0 ? '照片没传完，接着传' : '拍收条'}
          </Button>
        </>
      )}
    </Fold>
  );
}
