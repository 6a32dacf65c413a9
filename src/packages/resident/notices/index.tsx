import type { NoticeSettings } from 'contract/models';
import { Card } from '@/components/card';
import { Ticks } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useNotices } from '@/hooks/use-notices';
import { useSession } from '@/hooks/use-session';
import { hints, kindsFor, labels } from './kinds';
import { Left } from './left';
import { useSaving } from './use-saving';

/** 通知设置: what to be told by WeChat, whether at night, and how many messages are left. */
export default function Notices() {
  const session = useSession();
  const notices = useNotices();
  return (
    <Page title="通知设置">
      <Words>消息都在“我的”里，一条不少。这里管的是另外发到您微信上的。</Words>
      <Faces of={session}>
        {({ person }) => (
          <Faces of={notices}>
            {(settings) => <Shown settings={settings} shown={kindsFor(person.roles)} of={notices} />}
          </Faces>
        )}
      </Faces>
    </Page>
  );
}

interface Props {
  settings: NoticeSettings;
  shown: ReturnType<typeof kindsFor>;
  of: ReturnType<typeof useNotices>;
}

function Shown({ settings, shown, of }: Props) {
  const { wish, change, error, saved } = useSaving(settings, of.set);
  const rows = settings.kinds.filter(({ kind }) => shown.includes(kind));
  const on = shown.filter((kind) => !wish.muted.includes(kind));
  return (
    <>
      <FieldError id="notices-error">{error}</FieldError>
      <Card>
        <Ticks
          legend="要告诉您什么？"
          options={shown.map((kind) => ({ value: kind, label: labels[kind], hint: hints[kind] }))}
          values={on}
          onChange={(values) => change({ muted: shown.filter((kind) => !values.includes(kind)) })}
        />
        <Ticks
          legend="夜里呢？"
          options={[
            { value: 'quiet', label: '夜里不打扰', hint: '晚上10点到早上7点，能等的早上再发；急事马上发' },
          ]}
          values={wish.quiet ? ['quiet'] : []}
          onChange={(values) => change({ quiet: values.length > 0 })}
        />
        <Words look="muted">{saved ? '改好了，记下了。' : '点一下就改，不用另外保存。'}</Words>
      </Card>
      {on.length > 0 ? (
        <Left rows={rows.filter(({ kind }) => on.includes(kind))} ask={of.ask} />
      ) : (
        <Note icon="bell" text="都关了，微信上不发。有事到“我的”里看。" />
      )}
    </>
  );
}
