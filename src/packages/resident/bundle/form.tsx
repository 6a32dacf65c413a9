import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Output } from 'contract/actions';
import type { BundleView, FamilyRow, Person } from 'contract/models';
import { Button } from '@/components/button';
import { DraftFound } from '@/components/draft-found';
import { NotifyNote } from '@/components/notify-note';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { goToFault, goToTop } from '@/hooks/focus';
import { useForm } from '@/hooks/use-form';
import { useNotices } from '@/hooks/use-notices';
import { useStepBack } from '@/hooks/use-step-back';
import '../request/request.scss';
import { Check } from './check';
import type { Draft } from './draft';
import { Sent } from './sent';
import { What } from './what';
import { Where } from './where';

const kinds = ['progress', 'supplement', 'result'] as const;
const titles = ['要办哪几样', '怎么找您', '看一遍，发出去'] as const;
const stepOf: Record<string, number> = { parts: 0, about: 0, note: 0, mode: 1, phone: 1, address: 1 };

interface Props {
  bundle: BundleView;
  person: Person;
  /** whom it is for, where that is not the caller */
  family?: FamilyRow;
  /** the question whom it is for: it stands first */
  whom: ReactNode;
  /** the words of the search that led here */
  text?: string;
}

/** The three steps over one draft of whom it is for. */
export function Form({ bundle, person, family, whom, text = '' }: Props) {
  const known = {
    phone: family?.phone ?? person.phone ?? '',
    address: family ? family.address : person.address,
  };
  const wantedOf = ({ without }: Pick<Draft, 'without'>) =>
    bundle.parts.filter(({ code, isHere }) => isHere && !without.includes(code));
  const form = useForm('cases.submitBundle', {
    key: ['bundle', bundle.code, family?.id].filter(Boolean).join('.'),
    begin: (kept: Partial<Draft>): Draft => ({
      step: 0,
      without: [],
      about: '',
      note: text,
      mode: 'home-visit',
      ...kept,
    }),
    check: (draft) =>
      faultsUpTo(draft.step, {
        parts: wantedOf(draft).length > 0 ? undefined : '请至少留一样。',
        about: bundle.about && !draft.about.trim() ? `请写${bundle.about.label}。` : undefined,
        phone: (draft.phone ?? known.phone).trim() ? undefined : '请留一个能打通的电话。',
        address:
          draft.mode === 'home-visit' && !(draft.address ?? known.address ?? '').trim()
            ? '上门要有地址，请填写楼号、单元和门牌。'
            : undefined,
      }),
    inputOf: (draft) => {
      const { phone = known.phone, address = known.address ?? '' } = draft;
      return {
        bundle: bundle.code,
        parts: wantedOf(draft).map(({ code }) => code),
        mode: draft.mode,
        ...(draft.about.trim() && bundle.about ? { about: draft.about } : {}),
        ...(draft.note.trim() ? { note: draft.note } : {}),
        ...(phone.trim() ? { phone } : {}),
        ...(address.trim() ? { address } : {}),
        ...(family ? { familyId: family.id } : {}),
      };
    },
    beside: Object.keys(stepOf),
  });
  const { draft, write, error } = form;
  const notices = useNotices();
  const toAskFor = notices.toAskFor(kinds);
  const [sent, setSent] = useState<Output<'cases.submitBundle'>>();
  const goTo = (step: number) => {
    write({ step }, []);
    goToTop('.request-step');
  };
  // What is refused is mended where it was written.
  useEffect(() => {
    const [wrong] = Object.keys(error?.fields ?? {})
      .flatMap((field) => stepOf[field] ?? [])
      .sort();
    if (wrong === undefined) return;
    write({ step: wrong }, []);
    goToFault();
  }, [error]);
  const stepBack = useStepBack(sent ? 0 : draft.step, (at) => {
    if (!sent) goTo(at);
  });
  if (sent)
    return (
      <>
        {stepBack}
        <Sent bundle={bundle} sent={sent} />
      </>
    );
  const { step } = draft;
  const parts = { bundle, draft, write, wrong: form.wrong };
  return (
    <Page
      title={bundle.name}
      bar={
        <View className="page-bar-group request-bar">
          {step > 0 && (
            <Button inline onPress={() => goTo(step - 1)}>
              上一步
            </Button>
          )}
          {step < 2 ? (
            <Button
              look="main"
              onPress={() => {
                if (!form.lacks()) goTo(step + 1);
              }}
            >
              下一步
            </Button>
          ) : (
            <SendBar
              of={{
                ...form,
                // WeChat is asked in the tap itself, before anything is awaited.
                send: () => {
                  if (!form.busy) void notices.ask(toAskFor);
                  return form.send();
                },
              }}
              words="发出去"
              onDone={setSent}
            />
          )}
        </View>
      }
    >
      {stepBack}
      <View className="request-step" role="heading" aria-level={2}>
        第{step + 1}步，共3步：{titles[step]}
      </View>
      <DraftFound of={{ isFound: form.isFound && step === 0, restart: form.restart }} />
      {step === 0 && <What {...parts} whom={whom} />}
      {step === 1 && <Where {...parts} known={known} isForOther={family !== undefined} />}
      {step === 2 && (
        <>
          <Check {...parts} known={known} name={family?.name ?? person.name} goTo={goTo} />
          <NotifyNote kinds={toAskFor} button="发出去" />
        </>
      )}
    </Page>
  );
}

/** The resident is not blamed for a step not yet seen. */
const faultsUpTo = (step: number, faults: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(faults).filter(([field]) => (stepOf[field] ?? 0) <= step));
