import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { can } from 'contract/deeds';
import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { Lines, Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useQuery } from '@/hooks/use-query';
import { paths } from '@/routes';
import { Send } from './send';

/** 分享进展. `?id=` a case of the reader's own, or of whom they asked for: a card for the family, and its end by a tap. */
export default function Share() {
  const { id = '' } = useQuery();
  const asked = useCall('cases.detail', { caseId: id });
  // Told once, and kept on no phone.
  const [path, setPath] = useState<string>();
  const kase = asked.data?.case;
  useShareAppMessage(() => ({
    title: kase && path ? `${kase.serviceName}：办到哪一步了` : '邻里代办',
    path: path ?? paths.home,
  }));
  return (
    <Page title="分享进展">
      <Faces of={asked}>
        {({ case: shown }) => (
          <>
            <What />
            {can(shown, 'share') && (
              <Make
                kase={shown}
                path={path}
                onMade={setPath}
                onRefused={asked.reload}
                reload={asked.reload}
              />
            )}
            {shown.sharing && (
              <Stop
                kase={shown}
                onDone={() => {
                  setPath(undefined);
                  asked.reload();
                }}
              />
            )}
          </>
        )}
      </Faces>
    </Page>
  );
}

function What() {
  return (
    <Card title="家人点开能看到" icon="people">
      <Lines items={['办的是什么事', '办到哪一步了', '最晚哪天办好', '社区的电话']} />
      <Words look="muted">
        看不到姓名、电话、地址、材料和留言。谁拿到都能看，请只发给家人。{limits.shareDays}
        天以后自己停；事情办完了，再留{limits.sharedAfterEnd}天。
      </Words>
    </Card>
  );
}

interface MakeProps {
  kase: CaseView;
  path?: string;
  onMade(path: string): void;
  onRefused(): void;
  reload(): void;
}

function Make({ kase: { caseId }, path, onMade, onRefused, reload }: MakeProps) {
  const { run, busy, error } = useDeed('cases.share', onRefused);
  const make = async () => {
    const made = await run({ caseId });
    if (!made) return;
    onMade(paths.shared(made.share));
    reload();
  };
  if (path) return <Send path={path} />;
  return (
    <>
      <FieldError id="share-error">{error?.message}</FieldError>
      <Button look="main" icon="send" busy={busy} onPress={() => void make()}>
        做一张分享的卡片
      </Button>
    </>
  );
}

function Stop({ kase: { caseId, sharing }, onDone }: { kase: CaseView; onDone(): void }) {
  const { run, busy, error } = useDeed('cases.unshare', onDone);
  if (!sharing) return null;
  return (
    <Card title={`分享了${sharing.count}份，还在用`} icon="people">
      <Words>最晚到{dayWords(sharing.until - 1, currentTime())}。停了以后，发出去的都不能看了。</Words>
      <FieldError id="unshare-error">{error?.message}</FieldError>
      <Button busy={busy} onPress={() => void run({ caseId }).then((done) => done && onDone())}>
        停止分享
      </Button>
    </Card>
  );
}
