import type { CaseView } from 'contract/models';
import { usePhotoLinks } from '../paper';
import { Timeline } from './index';

/** The same with the photos of messages, for the two sides of the case. */
export function CaseTimeline({ kase, now }: { kase: CaseView; now: number }) {
  const links = usePhotoLinks(
    kase.caseId,
    kase.events.some(({ photos }) => photos !== undefined),
  );
  return <Timeline events={kase.events} now={now} links={links} />;
}
