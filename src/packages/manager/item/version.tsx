import { FieldError } from '@/components/field';
import { Button } from '@/components/button';
import { Faces } from '@/components/faces';
import { Page } from '@/components/page';
import { ServiceItem } from '@/components/service-item';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useSession } from '@/hooks/use-session';
import { back } from '@/routes';

/** What was published once, as residents read it; the district brings it back from here. */
export function Version({ code, version }: { code: string; version: number }) {
  const asked = useCall('catalog.versions', { code, version });
  const { run, busy, error } = useDeed('catalog.restore', asked.reload);
  const posts = useSession().data?.person.posts ?? [];
  const isOfDistrict = posts.some(({ role, tier }) => role === 'manager' && tier === 'district');
  const row = asked.data?.versions.find((one) => one.version === version);
  const restore = async () => {
    if (await run({ code, version })) back.managerItem(code);
  };
  return (
    <Page
      title={`第${version}版`}
      bar={
        row &&
        !row.isCurrent &&
        isOfDistrict && (
          <>
            <FieldError id="restore-error">{error?.message}</FieldError>
            <Button look="main" icon="undo" busy={busy} onPress={() => void restore()}>
              恢复这一版
            </Button>
          </>
        )
      }
    >
      <Faces of={asked}>
        {({ item }) => (
          <>
            <Words look="muted">
              {row?.isCurrent
                ? '现在居民读到的就是这一版。'
                : '以前的一版。恢复以后，居民读到的就是它，编成新的一版。'}
            </Words>
            {item && <ServiceItem item={item} />}
          </>
        )}
      </Faces>
    </Page>
  );
}
