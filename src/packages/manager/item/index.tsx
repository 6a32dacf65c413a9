import { blankItem } from 'contract/blank-item';
import type { ServiceItem as Item } from 'contract/models';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { ServiceItem } from '@/components/service-item';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { ItemForm } from './form';
import { Local } from './local';
import { isOwn } from './own';
import { Overview } from './overview';
import { type Proof, useItemForm } from './use-item-form';
import { Version } from './version';
import { Frame } from '../parts/frame';

/**
 * 服务事项. `?code=` one item as the office has it; with `&do=edit` the form of its draft, with `&do=preview` what is typed there as a
 * resident would read it, with `&version=` one that was published, with `&org=` what that unit says otherwise.
 */
export default function Index() {
  return (
    <Frame at="catalogue">
      <Chosen />
    </Frame>
  );
}

function Chosen() {
  const { code = '', org, version, do: form } = useQuery();
  if (org !== undefined) return <Local code={code} orgId={org} />;
  if (version !== undefined) return <Version code={code} version={Number(version)} />;
  if (form === 'edit' || form === 'preview') return <Draft code={code} isPreview={form === 'preview'} />;
  return <Overview code={code} />;
}

function Draft({ code, isPreview }: { code: string; isPreview: boolean }) {
  const asked = useCall('catalog.proof', { code });
  const { data: proof } = asked;
  const isNew = isOwn(code) && asked.error?.code === 'SERVICE_NOT_FOUND';
  const item = isNew ? blankItem(code) : (proof?.draft?.item ?? proof?.item);
  const known = isNew ? noProof : proof;
  if (!known || !item)
    return (
      <Page title="服务事项" wide>
        <Faces of={asked}>{() => null}</Faces>
      </Page>
    );
  if (isPreview) return <Preview item={item} proof={known} />;
  return <ItemForm item={item} proof={known} reload={asked.reload} />;
}

/** It has not been saved yet. */
const noProof: Proof = { version: 0, faults: {}, learned: [] };

/** What is typed, saved or not, as a resident would read it. */
function Preview({ item, proof }: { item: Item; proof: Proof }) {
  const { whole } = useItemForm(item.code, item, proof, () => undefined);
  return (
    <Page title="预览">
      {whole ? (
        <>
          <Words look="muted">发布以后，居民读到的是这样。</Words>
          <ServiceItem item={whole} />
        </>
      ) : (
        <Note icon="problem" text="有一处要写数字的还不是数字。请回去改好，再来预览。" />
      )}
    </Page>
  );
}
