import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Output } from 'contract/actions';
import { pageErrors } from 'contract/page-errors';
import type { CaseView } from 'contract/models';
import type { Asked } from '@/hooks/use-call';
import type { Sendable } from '@/hooks/use-form';
import { Button } from '../button';
import { DraftFound } from '../draft-found';
import { Faces, Note } from '../faces';
import { Page } from '../page';
import { SendBar } from '../send-bar';
import { Words } from '../words';

interface Props {
  title: string;
  /** what happens then, before the first word is written */
  hint: string;
  submit: string;
  look?: 'main' | 'danger';
  kase: Asked<Output<'cases.detail'>>;
  may(kase: CaseView): boolean;
  /** it can be done, though not at this moment: the page says when */
  isSendable?(kase: CaseView): boolean;
  form: Sendable;
  /** why it can no longer be done */
  past?: string;
  /** where to go once it is done */
  onDone(): void;
  /** where to go when it can no longer be done; the same, if not given */
  onPast?(): void;
  children(kase: CaseView): ReactNode;
}

/**
 * The page of one deed on a case: whose case, what happens then, the questions, the button. A page of its own, so that
 * the platform's way back leaves it.
 */
export function CaseForm({
  title,
  hint,
  submit,
  look,
  kase: asked,
  may,
  isSendable = () => true,
  form,
  past = pageErrors.STATE_NOT_ALLOWED,
  onDone,
  onPast = onDone,
  children,
}: Props) {
  const known = asked.data?.case;
  const isPossible = known !== undefined && may(known);
  return (
    <Page
      title={title}
      bar={
        isPossible && isSendable(known) && <SendBar of={form} look={look} words={submit} onDone={onDone} />
      }
    >
      <Faces
        of={asked}
        isEmpty={() => !isPossible}
        empty={
          <Note icon="info" text={past}>
            <Button look="main" onPress={onPast}>
              看看办件
            </Button>
          </Note>
        }
      >
        {({ case: kase }) => (
          <>
            <View>
              {/* Residents know their own name. */}
              <Words look="strong">
                {[kase.serviceName, kase.parts[0] !== 'resident' && kase.residentName]
                  .filter(Boolean)
                  .join(' · ')}
              </Words>
              <Words look="muted">{hint}</Words>
            </View>
            <DraftFound of={form} />
            {children(kase)}
          </>
        )}
      </Faces>
    </Page>
  );
}
