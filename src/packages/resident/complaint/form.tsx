import type { Input, Output } from 'contract/actions';
import { spokenNo } from 'contract/case-no';
import { limits } from 'contract/limits';
import { currentTime } from '@/cloud/clock';
import { CallButton } from '@/components/button';
import { Choice } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Field } from '@/components/field';
import { NotifyNote } from '@/components/notify-note';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { dayWords } from '@/format/when';
import { useForm } from '@/hooks/use-form';
import { useNotices } from '@/hooks/use-notices';
import { AddPhotos } from '@/components/photos/add';

type About = Output<'cases.complainable'>;
type Kind = Input<'cases.complain'>['about'];

interface Draft {
  about?: Kind;
  /** of each kind, so that another look at a kind finds what was chosen there */
  case?: string;
  person?: string;
  unit?: string;
  whom: string;
  note: string;
  photos: string[];
}

interface Props {
  about: About;
  /** one of the resident's cases: the page was opened from it */
  caseId?: string;
  text?: string;
  onSent(sent: Output<'cases.complain'>): void;
}

const submit = '交给上级';
const kinds = ['progress', 'result'] as const;

/** Whom or what it is about, in whose words, and what there is to see; who will read it is said before. */
export function Form({ about, caseId, text, onSent }: Props) {
  const notices = useNotices();
  const toAskFor = notices.toAskFor(kinds);
  const isOfCase = about.cases.some(({ id }) => id === caseId);
  const form = useForm('cases.complain', {
    key: 'complaint',
    begin: (kept: Partial<Draft>): Draft => ({
      whom: '',
      note: '',
      photos: [],
      ...kept,
      ...(isOfCase && { about: 'case', case: caseId }),
      ...(text && { note: text }),
    }),
    check: lacksOf,
    inputOf,
    beside: ['about', 'id', 'whom', 'note', 'photos'],
  });
  const { draft, write, wrong } = form;
  /** By a tap: WeChat is asked to tell of the answer, and the complaint goes meanwhile. */
  const send = () => {
    if (Object.values(lacksOf(draft)).every((one) => one === undefined)) void notices.ask(toAskFor);
    return form.send();
  };
  return (
    <Page title="投诉建议" bar={<SendBar of={{ ...form, send }} words={submit} onDone={onSent} />}>
      <Words>交给管着他们的上级来查。被投诉的人看不到，也不知道是谁说的。</Words>
      <DraftFound of={form} />
      <Choice
        legend="要说的是？"
        options={kindsFor(about)}
        value={draft.about}
        error={wrong('about')}
        onChange={(kind) => write({ about: kind }, ['about', 'id', 'whom'])}
      />
      <Which about={about} draft={draft} error={wrong('id')} onChange={(part) => write(part, ['id'])} />
      {draft.about === 'words' && (
        <Field
          label="投诉谁、哪里"
          hint="比如：便民服务站三号窗口"
          required
          max={limits.name}
          value={draft.whom}
          error={wrong('whom')}
          onInput={(whom) => write({ whom })}
        />
      )}
      <Field
        label="怎么回事，想要怎么样"
        hint="什么时候、在哪儿、说了什么。不用写身份证号。"
        kind="long"
        required
        max={limits.note}
        value={draft.note}
        error={wrong('note')}
        onInput={(note) => write({ note })}
      />
      <AddPhotos
        to={{ of: 'cases' }}
        most={limits.casePhotos}
        ids={draft.photos}
        onChange={(photos) => write({ photos })}
      />
      <NotifyNote kinds={toAskFor} button={submit} />
      <CallButton number="12345" whom="政务服务便民热线">
        不想写？打 12345
      </CallButton>
    </Page>
  );
}

const names: Record<Kind, string> = {
  case: '我的一件办件',
  person: '一个人',
  unit: '社区、街道',
  words: '别的，自己写',
};
const hints: Partial<Record<Kind, string>> = {
  case: '给我办的时候',
  person: '代办员、管理员',
  words: '不知道是谁，也写这里',
};

/** Only what there is to choose from. */
const kindsFor = ({ cases, people, units }: About) =>
  (
    [
      ['case', cases],
      ['person', people],
      ['unit', units],
      ['words', ['']],
    ] as const
  ).flatMap(([value, of]) => (of.length > 0 ? { value, label: names[value], hint: hints[value] } : []));

interface WhichProps {
  about: About;
  draft: Draft;
  error?: string;
  onChange(part: Partial<Draft>): void;
}

function Which({ about: { cases, people, units }, draft, error, onChange }: WhichProps) {
  const now = currentTime();
  switch (draft.about) {
    case 'case':
      return (
        <Choice
          legend="哪一件？"
          options={cases.map(({ id, name, no, at }) => ({
            value: id,
            label: name,
            hint: `${dayWords(at, now)}提的，编号 ${spokenNo(no)}`,
          }))}
          value={draft.case}
          error={error}
          onChange={(id) => onChange({ case: id })}
        />
      );
    case 'person':
      return (
        <Choice
          legend="哪一位？名单里没有，选“别的”写名字"
          options={people.map(({ id, name, post }) => ({ value: id, label: name, hint: post }))}
          value={draft.person}
          error={error}
          onChange={(id) => onChange({ person: id })}
        />
      );
    case 'unit':
      return (
        <Choice
          legend="哪一级？"
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.unit}
          error={error}
          onChange={(id) => onChange({ unit: id })}
        />
      );
    default:
      return null;
  }
}

const idIn = (draft: Draft): string | undefined =>
  draft.about === undefined || draft.about === 'words' ? undefined : draft[draft.about];

function lacksOf(draft: Draft) {
  const { about, whom, note } = draft;
  return {
    about: about ? undefined : '请选要说的是谁、哪件事。',
    id: about && about !== 'words' && !idIn(draft) ? '请选一个。' : undefined,
    whom: about === 'words' && !whom.trim() ? '请写投诉谁、哪里。' : undefined,
    note: note.trim() ? undefined : '请写一两句怎么回事。',
  };
}

const inputOf = (draft: Draft): Input<'cases.complain'> => ({
  about: draft.about ?? 'words',
  id: idIn(draft),
  ...(draft.about === 'words' && { whom: draft.whom }),
  note: draft.note,
  photos: draft.photos,
});
