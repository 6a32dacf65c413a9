import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { type Consent, consents } from 'contract/kept';
import type { ConsentView } from 'contract/models/privacy';
import { spokenNo } from 'contract/case-no';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';

/** 收回同意: each yes that was said here, what follows from taking it back, and the way to it. */
export default function Consents() {
  const asked = useCall('privacy.mine', {});
  return (
    <Page title="收回同意">
      <Words>您点过的每一个同意，都可以收回。收回以前做的事，还算数。</Words>
      <Faces of={asked}>{({ consents: view }) => <All view={view} reload={asked.reload} />}</Faces>
    </Page>
  );
}

type Named = ConsentView['shares'][number];

function All({ view, reload }: { view: ConsentView; reload(): void }) {
  const { joinedAt, askers, shares, mandates, wall, photos } = view;
  return (
    <>
      <One consent="family">
        {askers === 0 ? (
          <Words>现在没有人替您办。</Words>
        ) : (
          <Button onPress={go.family}>去我的家人里收回（{askers}位）</Button>
        )}
      </One>
      <One consent="share">
        <Cases of={shares} none="现在没有分享出去的。" onPress={go.share} />
      </One>
      <One consent="mandate">
        <Cases of={mandates} none="现在没有管用的委托书。" onPress={go.case} />
      </One>
      <One consent="wall">
        {wall.length === 0 && <Words>墙上没有您的话。</Words>}
        {wall.map((one) => (
          <View key={one.caseId}>
            <Words>“{one.text}”</Words>
            <TakeDown caseId={one.caseId} label={`${one.serviceName}的话，从墙上拿下来`} onDone={reload} />
          </View>
        ))}
      </One>
      <One consent="photos">
        {photos.length === 0 && <Words>办完的事里没有照片。还在办的，在办件里一张张删。</Words>}
        {photos.map((one) => (
          <View key={one.caseId}>
            <Words>
              {one.serviceName}（{spokenNo(one.no)}），{one.count}张
            </Words>
            <Drop caseId={one.caseId} label={`删掉${one.serviceName}的照片`} onDone={reload} />
          </View>
        ))}
      </One>
      <One consent="notice">
        {joinedAt !== undefined && <Words>您在{dayWords(joinedAt, currentTime())}同意的。</Words>}
        <Button look="danger" onPress={go.leave}>
          去看注销
        </Button>
      </One>
    </>
  );
}

function One({ consent, children }: { consent: Consent; children: ReactNode }) {
  const { name, follows } = consents[consent];
  return (
    <Card title={name} icon="tick">
      <Words look="muted">{follows}</Words>
      {children}
    </Card>
  );
}

function Cases({ of, none, onPress }: { of: readonly Named[]; none: string; onPress(id: string): void }) {
  if (of.length === 0) return <Words>{none}</Words>;
  return (
    <List>
      {of.map(({ caseId, serviceName, no }) => (
        <ListRow
          key={caseId}
          title={serviceName}
          note={`${spokenNo(no)}，点进去收回`}
          onPress={() => onPress(caseId)}
        />
      ))}
    </List>
  );
}

interface DoneProps {
  caseId: string;
  label: string;
  onDone(): void;
}

function TakeDown({ caseId, label, onDone }: DoneProps) {
  const { run, busy, error } = useDeed('privacy.unpublish', onDone);
  return (
    <>
      <FieldError id={`wall-${caseId}`}>{error?.message}</FieldError>
      <Button busy={busy} label={label} onPress={() => void run({ caseId }).then((done) => done && onDone())}>
        从墙上拿下来
      </Button>
    </>
  );
}

function Drop({ caseId, label, onDone }: DoneProps) {
  const { run, busy, error } = useDeed('privacy.dropPhotos', onDone);
  return (
    <>
      <FieldError id={`photos-${caseId}`}>{error?.message}</FieldError>
      <Button
        look="danger"
        busy={busy}
        label={label}
        onPress={() => void run({ caseId }).then((done) => done && onDone())}
      >
        现在就删
      </Button>
    </>
  );
}
