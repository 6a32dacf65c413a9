import { Faces } from '@/components/faces';
import { Page } from '@/components/page';
import { KeepBar, SheetPaper } from '@/components/sheet';
import { useCall } from '@/hooks/use-call';
import { paths } from '@/routes';

/** 登记码: the sheet that hangs at the door. A resident who scans it joins this community, or this grid of it. */
export function Poster({ orgId }: { orgId: string }) {
  const asked = useCall('units.code', { orgId });
  const sheet = asked.data && {
    title: asked.data.name,
    lead: '扫一扫，有事请代办员帮您跑',
    code: { path: paths.joinBy(asked.data.scene), png: asked.data.png },
    isPoster: true,
    under: `${asked.data.code.slice(0, 4)} ${asked.data.code.slice(4)}`,
    note: `扫不了就打开“邻里代办”，登记时在名单里找${asked.data.name}。`,
  };
  return (
    <Page title="登记码" bar={sheet && <KeepBar sheet={sheet} name={`${sheet.title}登记码`} />}>
      <Faces of={asked}>{() => sheet && <SheetPaper sheet={sheet} />}</Faces>
    </Page>
  );
}
