import type { Input } from 'contract/actions';
import { limits } from 'contract/limits';
import type { Person, ServiceItem } from 'contract/models';
import { Choice, Ticks } from '@/components/choice';
import { AddPhotos } from '@/components/photos/add';
import { Card } from '@/components/card';
import { Complaint } from '@/components/complaint';
import { DraftFound } from '@/components/draft-found';
import { Field } from '@/components/field';
import { Hotlines } from '@/components/hotlines';
import { JoinFields, useJoin } from '@/components/join';
import { NotifyNote } from '@/components/notify-note';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useForm } from '@/hooks/use-form';
import { useNotices } from '@/hooks/use-notices';
import { useSearch } from '@/hooks/use-search';
import { go } from '@/routes';
import { Cover } from './cover';
import { Danger } from './danger';
import { Nearby } from './nearby';
import type { Reported } from './sent';
import { type Spot, WhereFields, placeOf } from './where';

interface Draft extends Spot {
  subtype?: string;
  note: string;
  photos: string[];
  isAnonymous: boolean;
}

interface Props {
  item: ServiceItem;
  /** none: a resident who is in no register yet joins with the report */
  person?: Person;
  text?: string;
  subtype?: string;
  onSent(sent: Reported): void;
}

const submit = '报上去';
const kinds = ['progress', 'result'] as const;

/** Danger first; then what, where, what there is to see. Where it is is never filled in: a home is no place of a report. */
export function Form({ item, person, text, subtype, onSent }: Props) {
  const notices = useNotices();
  const toAskFor = notices.toAskFor(kinds);
  const join = useJoin();
  const form = useForm('cases.report', {
    key: 'report',
    begin: (kept: Partial<Draft>): Draft => ({
      note: '',
      landmark: '',
      photos: [],
      isAnonymous: false,
      ...kept,
      ...(subtype && { subtype }),
      ...(text && { note: text }),
    }),
    check: lacksOf,
    inputOf: (draft) => inputOf(draft, item),
    beside: ['subtype', 'note', 'place', 'code', 'orgId', 'landmark', 'photos'],
  });
  const { draft, write, wrong } = form;
  const kind = item.subtypes.find(({ code }) => code === draft.subtype);
  // Danger and complaints are heard in what is written, too.
  const { data: found } = useSearch(draft.note).asked;

  /** By a tap: WeChat is asked to tell of it, and the report goes meanwhile. */
  async function send() {
    if (form.lacks() || (!person && join.lacks())) return undefined;
    void notices.ask(toAskFor);
    if (!person && !(await join.send())) return undefined;
    return form.send();
  }
  const busy = form.busy || join.busy;
  return (
    <Page
      title="随手报"
      bar={
        <SendBar
          of={{ busy, other: form.other ?? join.other, send }}
          words={submit}
          onDone={(data) => onSent({ ...data, subtype: kind?.code })}
        />
      }
    >
      <Danger />
      <DraftFound of={form} />
      <Choice
        legend="看到了什么？"
        columns={2}
        options={item.subtypes.map(({ code, name }) => ({ value: code, label: name }))}
        value={draft.subtype}
        error={wrong('subtype')}
        onChange={(code) => write({ subtype: code }, ['subtype', 'note'])}
      />
      {kind && (
        <Card tone="warning" icon="info" title="等人来的时候">
          <Words>{kind.safetyTip}。</Words>
        </Card>
      )}
      <WhereFields
        spot={draft}
        wrongPlace={wrong('code', 'orgId', 'place.code', 'place.orgId')}
        wrongLandmark={wrong('landmark', 'place.landmark')}
        onChange={(spot, fields) => write(spot, fields)}
      />
      {person && kind && <Nearby place={placeOf(draft)} subtype={kind.code} />}
      <AddPhotos
        to={{ of: 'cases' }}
        cover={(photo, onDone) => <Cover key={photo.name} photo={photo} onDone={onDone} />}
        most={limits.casePhotos}
        ids={draft.photos}
        onChange={(photos) => write({ photos })}
      />
      <Field
        label={kind ? '怎么回事，不写也行' : '怎么回事'}
        hint={`比如：${item.example.note}。不用写身份证号。`}
        kind="long"
        required={!kind}
        max={limits.note}
        value={draft.note}
        error={wrong('note')}
        onInput={(note) => write({ note })}
      />
      <Hotlines of={found?.hotlines ?? []} />
      {found?.isComplaint && <Complaint onWrite={() => go.complaint({ text: draft.note })} />}
      <Ticks
        legend="要不要留名"
        hideLegend
        options={[
          {
            value: 'anonymous',
            label: '匿名报',
            hint: '来办的人、管理员都不知道是您；办到哪一步照样告诉您',
          },
        ]}
        values={draft.isAnonymous ? ['anonymous'] : []}
        onChange={(values) => write({ isAnonymous: values.length > 0 })}
      />
      {!person && <JoinFields of={join} />}
      <NotifyNote kinds={toAskFor} button={submit} />
    </Page>
  );
}

function lacksOf(draft: Draft) {
  const { subtype, note, code, orgId, landmark } = draft;
  return {
    orgId: code || orgId ? undefined : '请选在哪个小区、哪个社区。',
    landmark: landmark.trim() ? undefined : '请写一句在哪儿，来的人好找。',
    note: subtype || note.trim() ? undefined : '请选看到了什么，或者写一句。',
  };
}

/** A kind alone says enough. */
function inputOf(draft: Draft, item: ServiceItem): Input<'cases.report'> {
  const { subtype, note, photos, isAnonymous, landmark, point } = draft;
  const name = item.subtypes.find(({ code }) => code === subtype)?.name ?? '';
  return {
    ...(subtype && { subtype }),
    note: note.trim() || name,
    place: { ...placeOf(draft), landmark, ...(point && { point }) },
    photos,
    isAnonymous,
  };
}
