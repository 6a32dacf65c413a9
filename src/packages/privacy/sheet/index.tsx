import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { KeepBar, SheetPaper } from '@/components/sheet';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { go } from '@/routes';
import { sheetOfHead } from './head-sheet';

/** 校验单 of a unit, `?org=`, after so many entries, `&n=`: to print, or to keep as a picture. */
export default function Index() {
  const { org: orgId = '', n: count } = useQuery();
  const n = Number(count) || 1;
  const asked = useCall('units.heads', { orgId, n });
  const { name = '', asked: head, above } = asked.data ?? {};
  const countersigned = above && (above.taken ?? 0) >= n ? above.name : undefined;
  const sheet = head && sheetOfHead(name, { unit: orgId, ...head }, countersigned);
  return (
    <Page title="校验单" bar={sheet && <KeepBar sheet={sheet} name={`${name}校验单${head.day}`} />}>
      <Faces of={asked}>
        {() =>
          sheet ? (
            <SheetPaper sheet={sheet} />
          ) : (
            <>
              <Note icon="paper" text={`${name}没有这张校验单。`} />
              <Button onPress={() => go.heads(orgId)}>看有的校验单</Button>
            </>
          )
        }
      </Faces>
    </Page>
  );
}
