import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { useWhere } from '@/hooks/use-where';
import { ForWhom } from '../request/for-whom';
import { Form } from './form';

/** 一件事一次办: several items, asked for in the three steps of one. */
export default function Bundle() {
  const { code = '', text } = useQuery();
  const session = useSession();
  const where = useWhere();
  const asked = useCall('catalog.bundles', where);
  const bundle = asked.data?.bundles.find((one) => one.code === code);
  const { data } = session;
  if (bundle && data && session.is('resident'))
    return (
      <ForWhom kept data={data}>
        {({ whom, choice, relative }) => (
          <Form key={whom} bundle={bundle} person={data.person} family={relative} whom={choice} text={text} />
        )}
      </ForWhom>
    );
  return (
    <Page title={bundle?.name ?? '一件事一次办'}>
      {session.error?.code === 'UNKNOWN_PERSON' && <Words>登记只要一会儿，登记好了再回到这里。</Words>}
      <Faces of={session}>
        {() => (
          <Faces of={asked}>
            {() => <Note icon="info" text="这里是居民自己请人帮忙的地方，请从首页重新进来。" />}
          </Faces>
        )}
      </Faces>
    </Page>
  );
}
