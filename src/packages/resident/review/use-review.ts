import { useState } from 'react';
import type { Output } from 'contract/actions';
import { limits } from 'contract/limits';
import { type Level, tagsFor } from 'contract/words';
import { goToFault } from '@/hooks/focus';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';

export interface Draft {
  level?: Level;
  tags: string[];
  text: string;
  wall: boolean;
  /** cloud file ids */
  photos: string[];
}

const beside = ['level', 'tags', 'text'] as const;

/** The review that somebody is writing, kept on the phone at every change until it is sent. */
export function useReview(caseId: string, onSent: (sent: Output<'reviews.submit'>) => void) {
  const { draft, change, discard } = useDraft<Draft>(`review.${caseId}`, (kept) => ({
    tags: [],
    text: '',
    wall: false,
    photos: [],
    ...kept,
  }));
  const [isMissing, setIsMissing] = useState(false);
  const { run, busy, error, clear } = useDeed('reviews.submit');
  const text = draft.text.trim();

  function write(part: Partial<Draft>) {
    change(part);
    clear();
  }
  function setLevel(level: Level) {
    setIsMissing(false);
    // Praise is no reason for blame: reasons that do not fit the new level go.
    write({ level, tags: draft.tags.filter((tag) => tagsFor[level].includes(tag)) });
  }
  async function send() {
    const { level, tags, wall, photos } = draft;
    setIsMissing(!level);
    if (!level || [...text].length > limits.reviewText) return goToFault();
    const sent = await run({ caseId, level, tags, photos, ...(text && { text, wall }) });
    if (!sent) return goToFault();
    discard();
    onSent(sent);
  }

  const faults: Record<string, string> = error?.fields ?? {};
  return {
    draft,
    hasText: text !== '',
    write,
    setLevel,
    send,
    busy,
    faults: isMissing ? { ...faults, level: '请选一个满意程度。' } : faults,
    /** what no field can say; of photos, too: in 长辈版 they may be folded away */
    refusal: beside.some((field) => faults[field]) ? undefined : (faults.photos ?? error?.message),
  };
}

export type Reviewing = ReturnType<typeof useReview>;
