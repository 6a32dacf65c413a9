import Taro from '@tarojs/taro';
import { useState } from 'react';
import { errors } from 'contract/errors';
import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { can } from 'contract/states';
import { BAD, type Level, levels, tagsFor } from 'contract/words';
import { Button } from '@/components/button';
import { Choice, Ticks } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon/icons';
import { Page } from '@/components/page';
import { goToFault } from '@/hooks/focus';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';
import { useQuery } from '@/hooks/use-query';

const faces: Record<Level, IconName> = {
  'very-satisfied': 'laugh',
  satisfied: 'smile',
  'basically-satisfied': 'meh',
  dissatisfied: 'frown',
  'very-dissatisfied': 'angry',
};

/** 评一评: once, in three taps. */
export default function Review() {
  const { id = '' } = useQuery();
  const asked = useCall('cases.detail', { caseId: id });
  const kase = asked.data?.case;
  if (kase && !kase.review && can(kase, 'review')) return <Form kase={kase} />;
  return (
    <Page title="评一评">
      <Faces of={asked}>
        {({ case: shown }) => <Done text={shown.review ? errors.ALREADY_REVIEWED : errors.NOT_FINISHED} />}
      </Faces>
    </Page>
  );
}

interface Draft {
  level?: Level;
  tags: string[];
  text: string;
}

function Form({ kase }: { kase: CaseView }) {
  const { draft, change, discard } = useDraft<Draft>(`review.${kase.caseId}`, (kept) => ({
    tags: [],
    text: '',
    ...kept,
  }));
  const [fault, setFault] = useState<string>();
  const [thanks, setThanks] = useState<string>();
  const { run, busy, error } = useDeed('reviews.submit');

  async function send() {
    const { level, tags } = draft;
    const text = draft.text.trim();
    if (!level) setFault('请选一个满意程度。');
    if (!level || [...text].length > limits.reviewText) return goToFault();
    if (!(await run({ caseId: kase.caseId, level, tags, ...(text ? { text } : {}) }))) return goToFault();
    discard();
    setThanks(
      BAD.some((bad) => bad === level)
        ? '谢谢您直说。您的话,社区负责人会看到。'
        : '谢谢您,您说的我们记下了。',
    );
  }

  if (thanks) {
    return (
      <Page title="评一评">
        <Done text={thanks} />
      </Page>
    );
  }
  return (
    <Page
      title="评一评"
      bar={
        <Button look="main" busy={busy} onPress={() => void send()}>
          交上去
        </Button>
      }
    >
      <Heading>{kase.serviceName}</Heading>
      {error && <Note icon={error.code === 'OFFLINE' ? 'offline' : 'problem'} text={error.message} />}
      <Choice
        legend={`${kase.assignment ? `代办员${kase.assignment.agentName}` : '这件事'}办得怎么样?`}
        options={Object.entries(levels).map(([value, label]) => ({
          value: value as Level,
          label,
          icon: faces[value as Level],
        }))}
        value={draft.level}
        error={fault ?? error?.fields.level}
        onChange={(level) => {
          setFault(undefined);
          // Praise is no reason for blame: reasons that do not fit the new level go.
          change({ level, tags: draft.tags.filter((tag) => tagsFor[level].includes(tag)) });
        }}
      />
      {draft.level && (
        <>
          <Ticks
            legend={`哪里${BAD.some((bad) => bad === draft.level) ? '不好' : '好'}?可以不选,最多${limits.reviewTags}个`}
            columns={2}
            options={tagsFor[draft.level].map((value) => ({
              value,
              label: value,
              disabled: draft.tags.length >= limits.reviewTags && !draft.tags.includes(value),
            }))}
            values={draft.tags}
            error={error?.fields.tags}
            onChange={(tags) => change({ tags })}
          />
          <Field
            label="还想说的,可以不写"
            kind="long"
            max={limits.reviewText}
            value={draft.text}
            error={error?.fields.text}
            onInput={(text) => change({ text })}
          />
        </>
      )}
    </Page>
  );
}

function Done({ text }: { text: string }) {
  return (
    <Note icon="done" text={text}>
      <Button look="main" onPress={() => void Taro.navigateBack()}>
        返回
      </Button>
    </Note>
  );
}
