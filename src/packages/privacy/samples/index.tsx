import { useRef } from 'react';
import type { Output } from 'contract/actions';
import type { ServiceItem } from 'contract/models';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { Drawn } from '@/components/paper/sample';
import { Lines, Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { usePhotos } from '@/hooks/use-photos';
import { useQuery } from '@/hooks/use-query';

/** 样子的照片 of the item `?code=`: of each paper one, put into its draft as it is taken. */
export default function Samples() {
  const { code = '' } = useQuery();
  const asked = useCall('catalog.proof', { code });
  return (
    <Page title="样子的照片">
      <Faces of={asked}>
        {(proof) => {
          const item = proof.draft?.item ?? proof.item;
          return item && <Papers item={item} proof={proof} reload={asked.reload} />;
        }}
      </Faces>
    </Page>
  );
}

interface Props {
  item: ServiceItem;
  proof: Output<'catalog.proof'>;
  reload(): void;
}

function Papers({ item, ...rest }: Props) {
  const silent = item.materials.filter(({ sample = [] }) => sample.length === 0);
  return (
    <>
      <Words look="strong">照片人人都看得到：名字、号码、住址都用编的，不要放真人的。</Words>
      <Words look="muted">填好的表、要带的证，各拍一张。放好就存进草稿，发布以后居民才看得到。</Words>
      {item.materials.map(({ sample = [] }, at) =>
        sample.length > 0 ? <Paper key={at} item={item} at={at} {...rest} /> : null,
      )}
      {silent.length > 0 && (
        <Card title="还没写样子的" icon="pencil">
          <Words>{silent.map(({ name }) => name).join('、')}</Words>
          <Words look="muted">先在“改这一项”里给它写一句样子，再来放照片：看不见的人靠听。</Words>
        </Card>
      )}
    </>
  );
}

/** One paper of the item: how it is to look, in words and as a picture. */
function Paper({ item, at, proof, reload }: Props & { at: number }) {
  const { name = '', sample = [], picture } = item.materials[at] ?? {};
  // Refused, unlike cut off: the same photo would be refused again.
  const isRefused = useRef(false);
  const { run, busy, error } = useDeed('catalog.draft', () => {
    isRefused.current = true;
    reload();
  });
  const save = async (next?: string) => {
    const materials = item.materials.map((one, i) => (i === at ? { ...one, picture: next } : one));
    isRefused.current = false;
    const { version: over, draft } = proof;
    const done = await run({ code: item.code, item: { ...item, materials }, rev: draft?.rev ?? 0, over });
    if (done) reload();
    return done !== undefined || isRefused.current;
  };
  const taking = usePhotos({ to: { of: 'samples', caseId: item.code }, onSent: ([id]) => save(id) });
  const fault = error && (error.fields['item.materials'] ?? error.fields.rev ?? error.message);
  return (
    <Card title={name}>
      <Lines items={sample} />
      {picture && <Drawn of={{ name, sample, picture }} />}
      <FieldError id={`picture-${at}-error`}>{taking.failure?.message ?? fault}</FieldError>
      <Button
        icon="camera"
        busy={taking.busy || busy}
        label={`${picture ? '换一张' : '放照片'}，${name}`}
        onPress={() => void (taking.left > 0 ? taking.again() : taking.add(1))}
      >
        {taking.left > 0 ? '没传完，接着传' : picture ? '换一张' : '放照片'}
      </Button>
      {picture && (
        <Button look="quiet" busy={busy} label={`不要照片，${name}`} onPress={() => void save()}>
          不要照片
        </Button>
      )}
    </Card>
  );
}
