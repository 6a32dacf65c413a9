import { useRef, useState } from 'react';
import { limits } from 'contract/limits';
import type { CaseView, PaperMark, PaperView } from 'contract/models';
import { paperStates } from 'contract/words';
import { useDeed } from '@/hooks/use-deed';
import { usePhotos } from '@/hooks/use-photos';
import { dayWords } from '@/format/when';
import { Button } from '../button';
import { Choice } from '../choice';
import { FieldError } from '../field';
import { Words } from '../words';
import { type Links, Paper, PaperPhotos } from '.';
import { formWords, stampOf, verdictWords } from './words';

interface Props {
  caseId: string;
  paper: PaperView;
  /** what is written across its photos */
  stamp: readonly string[];
  links: Links;
  now: number;
  /** it was asked for: only its photos, without what else could be said of it */
  isAsked?: boolean;
  onDone(): void;
}

interface AllProps extends Omit<Props, 'caseId' | 'paper' | 'stamp'> {
  kase: CaseView;
  /** some of the case's, in their order */
  papers: readonly PaperView[];
}

/** Papers of a case, each with its ways to say how it stands. */
export function EditPapers({ kase, papers, ...rest }: AllProps) {
  return (
    <>
      {papers.map((paper) => (
        <EditPaper
          key={paper.id}
          caseId={kase.caseId}
          paper={paper}
          stamp={stampOf(kase, rest.now)}
          {...rest}
        />
      ))}
    </>
  );
}

/** One paper as whoever has it says how it stands: by a tap, or by photos that are sent as they are taken. */
function EditPaper({ caseId, paper, stamp, links, now, isAsked, onDone }: Props) {
  const { id, name, photos, when, note, state } = paper;
  // Refused, unlike cut off: the same photos would be refused again.
  const isRefused = useRef(false);
  const { run, busy, error } = useDeed('cases.paper', () => {
    isRefused.current = true;
    onDone();
  });
  const taking = usePhotos({
    to: { of: 'papers', caseId },
    lines: stamp,
    async onSent(add) {
      isRefused.current = false;
      const data = await run({ caseId, paper: id, add });
      if (data) onDone();
      return data !== undefined || isRefused.current;
    },
  });
  const change = async (input: { state?: PaperMark; drop?: string[] }) => {
    if (input.drop) setPicked(undefined);
    if (await run({ caseId, paper: id, ...input })) onDone();
  };
  // Shown as picked at once, and as it was where that is refused.
  const [picked, setPicked] = useState<PaperMark>();
  const pick = (value: PaperMark) => {
    setPicked(value);
    void change({ state: value });
  };
  const marked = state === 'sent' || error ? undefined : picked;
  // Given with another part of its bundle: it is seen here, and changed there.
  const left = paper.with ? 0 : limits.paperPhotos - photos;
  const fault = error && (error.fields.add ?? error.fields.state ?? error.message);
  return (
    <Paper paper={paper} now={now}>
      {!isAsked && (
        <>
          <Words look="muted">{[when, formWords(paper), note].filter(Boolean).join('；')}</Words>
          {paper.verdict && <Words look="strong">{verdictWords(paper, false)}</Words>}
        </>
      )}
      <FieldError id={`paper-${id}-error`}>{taking.failure?.message ?? fault}</FieldError>
      {taking.isPlain && !taking.failure && (
        <Words look="muted">这台手机没能把照片缩小、盖上用途，照原样发了。</Words>
      )}
      <PaperPhotos paper={paper} links={links}>
        {(key, called) =>
          !paper.with && (
            <Button busy={busy} label={`不要${called}`} onPress={() => void change({ drop: [key] })}>
              不要
            </Button>
          )
        }
      </PaperPhotos>
      {!isAsked && !paper.with && photos === 0 && (
        <Choice
          legend={`${name}怎么样了？`}
          hideLegend
          columns={2}
          options={optionsFor(paper, now)}
          value={marked ?? (state === 'sent' ? undefined : state)}
          onChange={pick}
        />
      )}
      {left > 0 && (
        <Button
          icon="camera"
          busy={taking.busy}
          label={`${taking.left > 0 ? '接着传' : '拍照片'}，${name}`}
          onPress={() => void (taking.left > 0 ? taking.again() : taking.add(left))}
        >
          {taking.left > 0 ? '照片没传完，接着传' : photos > 0 ? '再拍一张' : '拍照片'}
        </Button>
      )}
    </Paper>
  );
}

function optionsFor({ mayLeaveOut, electronicLicence, mayFollowUntil, dueAt }: PaperView, now: number) {
  const until = dueAt ?? mayFollowUntil;
  const options: { value: PaperMark; label: string; hint?: string }[] = [
    { value: 'has', label: paperStates.has },
    ...(mayLeaveOut
      ? [
          electronicLicence
            ? { value: 'unneeded' as const, label: paperStates.unneeded, hint: '用电子证照' }
            : { value: 'unneeded' as const, label: '用不着' },
        ]
      : []),
    ...(until === undefined
      ? []
      : [{ value: 'later' as const, label: paperStates.later, hint: `答应${dayWords(until, now)}前补上` }]),
    { value: 'missing', label: paperStates.missing },
  ];
  return options;
}
