import { spokenNo } from 'contract/case-no';
import type { Proof } from 'contract/models';
import { instantOf } from 'contract/time';
import { useState } from 'react';
import { asCallError } from '@/cloud/call-error';
import { keepText, keepWords } from '@/cloud/file';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Copy } from '@/components/copy';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { FieldError } from '@/components/field';
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
            {proof.days.length > 0 && <Keep proof={proof} />}
          </>
        )}
      </Faces>
    </Page>
  );
}

/** To keep it where nobody else writes: as a file, or as a text to be put anywhere. It is what `npm run verify` reads. */
function Keep({ proof }: { proof: Proof }) {
  const [said, setSaid] = useState<{ fault?: string }>();
  const text = JSON.stringify(proof, undefined, 1);
  const keep = () =>
    keepText(`封存凭据${proof.no}.json`, text).then(
      (isKept) => setSaid(isKept ? {} : undefined),
      (failure: unknown) => setSaid({ fault: asCallError(failure).message }),
    );
  const isKept = said !== undefined && said.fault === undefined;
  return (
    <>
      <FieldError id="proof-kept">{said?.fault}</FieldError>
      <Button look="main" icon={isKept ? 'tick' : 'paper'} onPress={() => void keep()}>
        {isKept ? '存好了' : keepWords}
      </Button>
      <Copy text={text}>{`复制${spokenNo(proof.no)}的凭据`}</Copy>
      <Words look="muted">里面有您说过的话和经办人的名字，请只给要核对的人看。</Words>
    </>
  );
}
