import { pageErrors } from 'contract/page-errors';
import type { UnitNode } from 'contract/models';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { RegridForm } from './form';

/** 重划网格 of the community `?org=`: which households go to which grid from which day on, and what is planned. */
export default function Regrid() {
  const { org = '' } = useQuery();
  const asked = useCall('units.tree', org === '' ? undefined : { orgId: org });
  const community = asked.data?.units.find(({ id, tier }) => id === org && tier === 'community');
  const grids = asked.data?.units.filter(isOpenGrid) ?? [];
  if (community && grids.length > 1) return <RegridForm community={community} grids={grids} />;
  return (
    <Page title="重划网格">
      {org === '' ? (
        <Note icon="problem" text={pageErrors.UNIT_NOT_FOUND} />
      ) : (
        <Faces of={asked}>
          {() => <Note icon="info" text="至少要有两个网格，才能重划。先在单位里加一个网格。" />}
        </Faces>
      )}
    </Page>
  );
}

const isOpenGrid = ({ tier, closedAt }: UnitNode) => tier === 'grid' && closedAt === undefined;
