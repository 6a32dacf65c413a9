import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { Photos } from '@/components/photos';
import { OwnPhoto } from '@/components/photos/own';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { usePhotos } from '@/hooks/use-photos';

/** 我的照片: by which a resident knows at the door who comes. */
export default function Face() {
  const asked = useCall('roster.today', {});
  return (
    <Page title="我的照片">
      <Faces of={asked}>
        {({ photo, isPhotoRefused }) => (
          <Own photo={photo} isRefused={isPhotoRefused === true} reload={asked.reload} />
        )}
      </Faces>
    </Page>
  );
}

function Own({ photo, isRefused, reload }: { photo?: string; isRefused: boolean; reload(): void }) {
  const { run, busy, error } = useDeed('roster.face', reload);
  const set = async (next?: string) => {
    const done = await run({ photo: next });
    if (done) reload();
    return true;
  };
  const taking = usePhotos({ to: { of: 'faces' }, onSent: ([id]) => set(id) });
  return (
    <Card title={photo ? '居民看到的您' : '放一张照片'} icon="person">
      <Words>
        约好时间以后，那位居民在办件里看得到，开门前认得出是您。那天过了就看不到，别人一直看不到。
      </Words>
      {isRefused && <Note icon="warning" text="上次的照片没有通过微信的检查，删掉了。请放一张正面的。" />}
      {photo && (
        <Photos>
          <OwnPhoto id={photo} name="我的照片" />
        </Photos>
      )}
      <Words look="muted">正面，看得清脸，不戴帽子和墨镜。</Words>
      <FieldError id="face-error">
        {taking.failure?.message ?? error?.fields.photo ?? error?.message}
      </FieldError>
      <Button
        look={photo ? 'plain' : 'main'}
        icon="camera"
        busy={taking.busy}
        onPress={() => void (taking.left > 0 ? taking.again() : taking.add(1))}
      >
        {taking.left > 0 ? '接着传' : photo ? '换一张' : '拍照片'}
      </Button>
      {photo && (
        <Button busy={busy} onPress={() => void set()}>
          删掉
        </Button>
      )}
    </Card>
  );
}
