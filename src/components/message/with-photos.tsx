import { limits } from 'contract/limits';
import type { CaseView } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { stampOf } from '../paper/words';
import { AddPhotos } from '../photos/add';
import { Message } from './index';

/** 留言 between the two sides of a case, with photos. */
export function MessageWithPhotos(props: { kase: CaseView; to: string; onDone(): void }) {
  const { kase } = props;
  return (
    <Message
      {...props}
      adds={(ids, onChange) => (
        <AddPhotos
          to={{ of: 'papers', caseId: kase.caseId }}
          stamp={stampOf(kase, currentTime())}
          most={limits.paperPhotos}
          ids={ids}
          onChange={onChange}
        />
      )}
    />
  );
}
