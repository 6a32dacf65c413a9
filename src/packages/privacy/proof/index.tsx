import { spokenNo } from 'contract/case-no';
import { instantOf } from 'contract/time';
import { Card } from '@/components/card';
import { Copy } from '@/components/copy';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { fullDay } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { go } from '@/routes';

/** 封存凭据 of a case, `?id=`: which of its entries are sealed, under which head, and the whole of it to keep. */
export default function Index() {
  const { id = '' } = useQuery();
  const asked = useCall('cases.proof', { caseId: id });
  return (
    <Page title="封存凭据">
      <Words>
        这件事走的每一步，当天夜里都封存了。把凭据存在自己手里，以后有争议，拿它和那天的校验单一对，就知道记录有没有被改过。
      </Words>
      <Faces of={asked}>
        {(proof) => (
          <>
            {proof.days.map(({ unit, name, closing, n, entries }) => (
              <Card key={`${unit} ${n}`} title={fullDay(instantOf(closing.day))}>
                <Facts
                  facts={[
                    { name: '封在', value: name },
                    { name: '这件的', value: `第${entries.map((one) => one.n).join('、')}条` },
                  ]}
                />
                <List>
                  <ListRow
                    icon="paper"
                    title="那天的校验单"
                    note="打印出来，和凭据一起留着"
                    onPress={() => go.heads(unit, String(n))}
                  />
                </List>
              </Card>
            ))}
            {proof.open > 0 && <Note icon="paper" text={`还有${proof.open}步没封存，今天夜里封存。`} />}
            {proof.erased > 0 && <Words look="muted">有{proof.erased}步的内容已经依法删除。</Words>}
            {proof.days.length > 0 && (
              <Copy text={JSON.stringify(proof)}>{`复制${spokenNo(proof.no)}的凭据`}</Copy>
            )}
          </>
        )}
      </Faces>
    </Page>
  );
}
