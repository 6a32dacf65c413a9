import { Text } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { Kind, State } from 'contract/states';
import { stateNamesOf } from 'contract/words';
import { type Timed, dueOf } from '@/format/due';
import './tag.scss';

export type Tone = 'plain' | 'progress' | 'warning' | 'breach' | 'ok';

/** A word or two about the thing beside it. The word says it; the colour only helps. */
export function Tag({ tone = 'plain', children }: PropsWithChildren<{ tone?: Tone }>) {
  return <Text className={`tag tag-${tone}`}>{children}</Text>;
}

const tones: Record<State, Tone> = {
  submitted: 'plain',
  offered: 'plain',
  in_progress: 'progress',
  awaiting_resident: 'warning',
  completed: 'ok',
  terminated: 'plain',
  cancelled: 'plain',
};

interface Standing {
  state: State;
  /** in the words of the resident whose case it is */
  mine?: boolean;
  kind?: Kind;
}

/** Where a case stands. */
export function StateTag({ state, mine, kind }: Standing) {
  return <Tag tone={tones[state]}>{stateNamesOf(kind, mine)[state]}</Tag>;
}

/** How long an open case still has; nothing once it has ended. */
export function DueTag({ kase, now }: { kase: Timed; now: number }) {
  const due = dueOf(kase, now);
  return due ? <Tag tone={due.tone}>{due.words}</Tag> : null;
}
