import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OpeningHours, Tier } from 'contract/models';
import { Choice } from '@/components/choice';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { Frame } from '../parts/frame';
import { HoursForm } from './form';

/** 开门时间. `?org=` a community, or a unit above it: then first which community. */
export default function Hours() {
  const { org = '' } = useQuery();
  const session = useSession();
  const post = session.data?.person.posts.find((one) => one.orgId === org);
  const isOne = post === undefined || post.tier === 'community';
  return (
    <Frame at="hours">{isOne ? <Community orgId={org} /> : <Chosen above={org} tier={post.tier} />}</Frame>
  );
}

function Community({ orgId }: { orgId: string }) {
  const asked = useCall('roster.hours', { orgId });
  // What was just saved: an instance of the function may remember the hours before for a minute.
  const [saved, setSaved] = useState<OpeningHours>();
  const hours = saved ?? asked.data?.hours;
  if (hours) return <HoursForm orgId={orgId} hours={hours} onSaved={setSaved} />;
  return (
    <Page title="开门时间" wide>
      <Faces of={asked}>{() => null}</Faces>
    </Page>
  );
}

/** Hours are a community's own: a street or the district says whose. */
function Chosen({ above, tier }: { above: string; tier: Tier }) {
  const units = useCall('admin.units', {});
  const list = useCall('roster.list', { orgId: above });
  const [orgId, setOrgId] = useState<string>();
  const names = list.data?.agents.map((one) => one.orgName) ?? [];
  const communities = units.data?.units.filter(
    (unit) => unit.tier === 'community' && (tier === 'district' || names.includes(unit.name)),
  );
  if (orgId !== undefined) return <Community key={orgId} orgId={orgId} />;
  return (
    <Page title="开门时间" wide>
      <Faces of={units}>
        {() => (
          <View>
            {communities?.length === 0 && list.data ? (
              <Note icon="station" text="下面还没有社区登记代办员。" />
            ) : (
              <Choice
                legend="看哪个社区？"
                columns={2}
                options={(communities ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                value={orgId}
                onChange={setOrgId}
              />
            )}
          </View>
        )}
      </Faces>
    </Page>
  );
}
