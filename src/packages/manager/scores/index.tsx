import { Page } from '@/components/page';
import { useQuery } from '@/hooks/use-query';
import { Desk } from '../parts/desk';
import { Frame } from '../parts/frame';
import { Unit } from './unit';
import './scores.scss';

/** 评价得分: what a unit does and what people say of it, read in a minute; `?org=` one below, opened from the unit above it. */
export default function Scores() {
  const { org } = useQuery();
  return (
    <Frame at="scores">
      <Page title="评价得分" wide>
        {org ? (
          <Unit orgId={org} />
        ) : (
          <Desk at="scores">{(orgId) => <Unit key={orgId} orgId={orgId} />}</Desk>
        )}
      </Page>
    </Frame>
  );
}
