import { type Level, tagsFor } from 'contract/words';
import { removePhoto } from '@/cloud/photos';
import { useForm } from '@/hooks/use-form';

interface Draft {
  level?: Level;
  tags: string[];
  text: string;
  wall: boolean;
  /** cloud file ids */
  photos: string[];
}

/** The review that a resident is writing. */
export function useReview(caseId: string) {
  const form = useForm('reviews.submit', {
    key: `review.${caseId}`,
    begin: (kept: Partial<Draft>): Draft => ({ tags: [], text: '', wall: false, photos: [], ...kept }),
    check: ({ level }) => ({ level: level ? undefined : '请选一个满意程度。' }),
    inputOf: ({ level = 'satisfied', tags, text, wall, photos }) => ({
      caseId,
      level,
      tags,
      photos,
      ...(text.trim() && { text, wall }),
    }),
    // Of photos it is said at the button: in 长辈版 they may be folded away.
    beside: ['level', 'tags', 'text'],
  });
  const { draft, write } = form;
  return {
    ...form,
    caseId,
    restart() {
      for (const id of draft.photos) void removePhoto(id);
      form.restart();
    },
    hasText: draft.text.trim() !== '',
    /** Praise is no reason for blame: reasons that do not fit the new level go. */
    setLevel: (level: Level) =>
      write({ level, tags: draft.tags.filter((tag) => tagsFor[level].includes(tag)) }),
    other: form.other && (form.wrong('photos') ?? form.other),
  };
}

export type Reviewing = ReturnType<typeof useReview>;
