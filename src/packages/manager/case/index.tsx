import type { ReactElement } from 'react';
import { DeedPage } from '@/components/deed-page';
import type { FormDeed } from '@/components/deed-page/forms';
import { useQuery } from '@/hooks/use-query';
import { back } from '@/routes';
import { Frame } from '../parts/frame';
import { CaseList, usePageOfList } from '../parts/case-list';
import { Answer, Rate } from './answer';
import { Assign } from './assign';
import { CallBack } from './call-back';
import { Case } from './case';
import { EnterReview } from './enter-review';
import type { FormProps } from './forms';
import { Judge } from './judge';
import { Mend } from './mend';
import { Move } from './move';
import { Phone } from './phone';
import { Reopen } from './reopen';
import { Verify } from './verify';
import { Whistle } from './whistle';

const wordsOf =
  (deed: FormDeed) =>
  ({ id, onDone }: FormProps) => <DeedPage caseId={id} deed={deed} onDone={onDone} onPast={onDone} />;

const forms: Record<string, ((props: FormProps) => ReactElement) | undefined> = {
  assign: Assign,
  whistle: Whistle,
  answer: Answer,
  rateAnswer: Rate,
  move: Move,
  verify: Verify,
  mend: Mend,
  phone: Phone,
  judge: Judge,
  review: EnterReview,
  reopen: Reopen,
  terminate: wordsOf('terminate'),
  reply: wordsOf('reply'),
  askOn: wordsOf('askOn'),
  contest: wordsOf('contest'),
  stay: wordsOf('stay'),
  callBack: CallBack,
  supply: wordsOf('supply'),
  cancel: wordsOf('cancel'),
  pair: wordsOf('pair'),
  unpair: wordsOf('unpair'),
};

/** `?id=` a case as those who oversee it see it; with `&do=` the form of one deed, with `&whistle=` on that whistle. */
export default function Index() {
  const { id = '', do: deed = '', whistle } = useQuery();
  const at = usePageOfList();
  const Form = forms[deed];
  return (
    <Frame at={at} list={<CaseList id={id} />}>
      {Form ? <Form id={id} whistle={whistle} onDone={() => back.managerCase(id)} /> : <Case id={id} />}
    </Frame>
  );
}
