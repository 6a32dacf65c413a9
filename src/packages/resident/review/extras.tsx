import { limits } from 'contract/limits';
import { Ticks } from '@/components/choice';
import { Fold } from '@/components/fold';
import { useTextSize } from '@/hooks/use-text-size';
import { AddPhotos } from '@/components/photos/add';
import type { Reviewing } from './use-review';

/** Photos, and whether neighbours may read it. In 长辈版 one line until it is pressed: most send neither. */
export function Extras({ of: review }: { of: Reviewing }) {
  const { isElder } = useTextSize();
  if (isElder) return <Fold title="放照片、让邻居看到">{() => <Both of={review} />}</Fold>;
  return <Both of={review} />;
}

function Both({ of: { caseId, draft, hasText, write } }: { of: Reviewing }) {
  return (
    <>
      <AddPhotos
        to={{ of: 'reviews', caseId }}
        most={limits.reviewPhotos}
        ids={draft.photos}
        onChange={(photos) => write({ photos })}
      />
      <Ticks
        legend="给邻居看吗？"
        options={[
          {
            value: 'wall',
            label: '也让邻居看到',
            hint: hasText ? '贴在回音墙上，不写名字，不写哪件事。' : '上面写了话，才能给邻居看。',
            disabled: !hasText,
          },
        ]}
        values={hasText && draft.wall ? ['wall'] : []}
        onChange={(chosen) => write({ wall: chosen.length > 0 })}
      />
    </>
  );
}
