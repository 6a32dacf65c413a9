import { useState } from 'react';
import type { Output } from 'contract/actions';
import type { BundleView } from 'contract/models';
import { Faces, Note, Stranger } from '@/components/faces';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { useWhere } from '@/hooks/use-where';
import { NewFamily } from '../family/new';
import { type Whom, WhomChoice } from '../request/whom';
import { Form } from './form';

/** 一件事一次办: several items, asked for in the three steps of one. */
export default function Bundle() {
  const { code = '', text } = useQuery();
  const session = useSession();
  const where = useWhere();
  const asked = useCall('catalog.bundles', where);
  const bundle = asked.data?.bundles.find((one) => one.code === code);
  const { data } = session;
  if (bundle && data && session.is('resident')) return <ForWhom bundle={bundle} data={data} text={text} />;
  return (
    <Page title={bundle?.name ?? '一件事一次办'}>
      {session.error?.code === 'UNKNOWN_PERSON' ? (
        <Stranger>
          <Words>登记只要一会儿，登记好了再回到这里。</Words>
        </Stranger>
      ) : (
        <Faces of={session}>
          {() => (
            <Faces of={asked}>
              {() => <Note icon="info" text="这里是居民自己请人帮忙的地方，请从首页重新进来。" />}
            </Faces>
          )}
        </Faces>
      )}
    </Page>
  );
}

interface Props {
  bundle: BundleView;
  data: Output<'account.session'>;
  text?: string;
}

/** The form of each person it may be for: another person's begins empty. */
function ForWhom({ bundle, data, text }: Props) {
  const { reload } = useSession();
  const [whom, setWhom] = useState<Whom>('me');
  const [kept, setKept] = useState(data.family ?? []);
  const family = kept.filter(({ agrees }) => agrees !== false);
  const choice = <WhomChoice kept family={family} value={whom} onChange={setWhom} />;
  if (whom === 'new')
    return (
      <NewFamily
        choice={choice}
        onDone={({ familyId, family: rows }) => {
          setKept(rows);
          setWhom(familyId);
          reload();
        }}
      />
    );
  return (
    <Form
      key={whom}
      bundle={bundle}
      person={data.person}
      family={family.find(({ id }) => id === whom)}
      whom={choice}
      text={text}
    />
  );
}
