import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Output } from 'contract/actions';
import type { CaseView } from 'contract/models';
import { Past } from '@/components/deed-page';
import { Faces } from '@/components/faces';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import type { Asked } from '@/hooks/use-call';

interface Props {
  title: string;
  /** what happens then, before the first word is written */
  hint: string;
  submit: string;
  kase: Asked<Output<'cases.detail'>>;
  may(kase: CaseView): boolean;
  /** it can be done, though not at this moment: the page says when */
  isSendable?(kase: CaseView): boolean;
  busy: boolean;
  /** what is wrong and stands beside no field */
  error?: string;
  onSend(): void;
  /** where to go when it can no longer be done */
  onPast(): void;
  children(kase: CaseView): ReactNode;
}

/** The page of one deed on a case that asks for more than words: whose case, what happens then, the questions, the button. */
export function CaseForm({
  title,
  hint,
  submit,
  kase: asked,
  may,
  isSendable = () => true,
  busy,
  error,
  onSend,
  onPast,
  children,
}: Props) {
  const isPossible = asked.data !== undefined && may(asked.data.case);
  return (
    <Page
      title={title}
      bar={
        isPossible &&
        asked.data &&
        isSendable(asked.data.case) && <SendBar error={error} busy={busy} onSend={onSend} words={submit} />
      }
    >
      <Faces of={asked} isEmpty={() => !isPossible} empty={<Past onPress={onPast} />}>
        {({ case: kase }) => (
          <>
            <View>
              <Words look="strong">
                {kase.serviceName} · {kase.residentName}
              </Words>
              <Words look="muted">{hint}</Words>
            </View>
            {children(kase)}
          </>
        )}
      </Faces>
    </Page>
  );
}
