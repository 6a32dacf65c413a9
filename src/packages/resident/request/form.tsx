import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Input, Output } from 'contract/actions';
import { CONSULTATION } from 'contract/consultation';
import { relationNames } from 'contract/words';
import type { FamilyRow, Person, ServiceItem } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { newRequestId } from '@/cloud/call';
import { onSignal } from '@/cloud/signal';
import { Button } from '@/components/button';
import { DraftFound } from '@/components/draft-found';
import { useJoin } from '@/components/join';
import { NotifyNote } from '@/components/notify-note';
import { Page } from '@/components/page';
import { goToFault, goToPart, goToTop } from '@/hooks/focus';
import { useDeed } from '@/hooks/use-deed';
import { useDraft } from '@/hooks/use-draft';
import type { useNotices } from '@/hooks/use-notices';
import { useStepBack } from '@/hooks/use-step-back';
import { faultsOf } from '@/hooks/wish';
import type { Wish } from '@/routes';
import { Check } from './check';
import { type Draft, type Faults, faultsUpTo, firstWrongStep, inputOf, withWish } from './draft';
import { type Neighbour, type NeighbourFaults, NeighbourFields, faultsOfNeighbour } from './neighbour';
import { Maybe } from './maybe';
import { Sent } from './sent';
import { What } from './what';
import { Where } from './where';
import './request.scss';

/** What a resident wants to hear of a request that is on its way. */
const caseKinds = ['progress', 'supplement', 'result'] as const;
const titles = ['要办什么', '在哪儿、几时', '看一遍，发出去'] as const;
/** A server that is coming back gives no signal; so it is asked again, too. */
const againMs = 15_000;

interface Props {
  item: ServiceItem;
  /** none: a resident who is in no register yet joins within the steps */
  person?: Person;
  /** whom it is for, where that is not the caller */
  principal?: FamilyRow | 'neighbour';
  /** the question whom it is for: it stands first */
  whom?: ReactNode;
  notices: ReturnType<typeof useNotices>;
  wish: Wish;
}

/** The three steps over one draft of whom it is for, kept at every keystroke: each person's is their own. */
export function Form({ item, person: known, principal, whom, notices, wish }: Props) {
  const family = principal === 'neighbour' ? undefined : principal;
  const place = [`request.${item.code}`, family?.id ?? principal].filter(Boolean).join('.');
  const { draft, isFound, change, discard, restart } = useDraft<Draft>(place, (kept) => ({
    ...withWish(kept, {
      text: wish.text,
      subtype: item.subtypes.find(({ code }) => code === wish.subtype)?.code,
      // The catalogue names first the way that fits most people.
      mode: item.modes[0],
    }),
    ...(principal === 'neighbour' ? { neighbour: kept.neighbour ?? {} } : {}),
  }));
  // Said on the step where it was found again; the words of a search alone are nothing to be reminded of.
  const [foundStep] = useState(
    isFound && (draft.step > 0 || draft.note !== wish.text) ? draft.step : undefined,
  );
  const [faults, setFaults] = useState<Faults>({});
  const [sent, setSent] = useState<Output<'cases.submit'>>();
  const submit = useDeed('cases.submit');
  const join = useJoin();
  const [joined, setJoined] = useState<Person>();
  const person = known ?? joined;
  const busy = submit.busy || join.busy;
  const error = submit.error ?? (person ? undefined : join.error);
  const toAskFor = notices.toAskFor(caseKinds);
  const waiting = error?.code === 'OFFLINE';
  const { neighbour } = draft;
  const whose = whoseOf();
  const input = inputOf(draft, item, whose);

  /** Of another person only what was written down of them: the caller's door is not theirs. */
  function whoseOf(): { name: string; phone?: string; address?: string; familyId?: string } {
    if (neighbour) return { name: `${neighbour.name ?? ''}（邻居）`, phone: person?.phone };
    if (family) {
      const { id: familyId, name, relation, phone = person?.phone, address } = family;
      return { name: `${name}（${relationNames[relation]}）`, phone, address, familyId };
    }
    const { name, phone, address } = join.draft;
    return person ?? { name, phone, address };
  }

  /** A resident who joins is asked for the number with the name (`join.lacks`). */
  function faultsNow(): Faults {
    const { phone: ofPhone, ...ofWish } = faultsOf(input, item, currentTime());
    const others = { ...ofWish, ...(neighbour ? faultsOfNeighbour(neighbour) : {}) };
    return person && ofPhone ? { ...others, phone: ofPhone } : others;
  }

  /** Another wish is another request: it must not be taken for a repeat of the one before. */
  function write(part: Partial<Draft>) {
    change({ ...part, requestId: undefined });
    setFaults((old) => withoutThe(old, part));
    submit.clear();
  }
  function goTo(step: Draft['step']) {
    change({ step });
    goToTop('.request-step');
  }
  function writeNeighbour(part: Neighbour, field: keyof NeighbourFaults) {
    write({ neighbour: { ...neighbour, ...part } });
    setFaults(({ [field]: _, ...others }) => others);
  }
  function show(found: Faults) {
    setFaults(found);
    const wrong = firstWrongStep(found);
    if (wrong === undefined) return;
    change({ step: wrong });
    goToFault();
  }
  function startAfresh() {
    restart();
    setFaults({});
    submit.clear();
    goToTop('.request-step');
  }
  function next() {
    const found = faultsUpTo(draft.step, faultsNow());
    const isLacking = draft.step === 1 && !person && join.lacks();
    if (firstWrongStep(found) !== undefined) show(found);
    else if (!isLacking) goTo(draft.step === 0 ? 1 : 2);
  }
  /** By a tap: WeChat is asked to tell of it, and the request goes meanwhile, whatever the answer. */
  function sendAndAsk() {
    if (!busy && firstWrongStep(faultsNow()) === undefined) void notices.ask(toAskFor);
    void send();
  }
  async function send() {
    const found = faultsNow();
    if (firstWrongStep(found) !== undefined) return show(found);
    if (!person) {
      const entered = await join.send();
      if (!entered) return;
      setJoined(entered.person);
    }
    const requestId = draft.requestId ?? newRequestId();
    change({ requestId });
    const answer = await submit.run(input as Input<'cases.submit'>, requestId); // faultsOf found nothing missing
    if (!answer) {
      // What went wrong stands at the top. What tries again by itself must not move the page.
      if (!waiting) goToPart('.request-step');
      return;
    }
    discard();
    setSent(answer);
  }

  useEffect(() => {
    if (submit.error && Object.keys(submit.error.fields).length > 0) show(besideOf(submit.error.fields));
  }, [submit.error]);
  // What the register says no to is mended where it was written.
  useEffect(() => {
    if (!join.error || Object.keys(join.error.fields).length === 0) return;
    change({ step: 1 });
    goToFault();
  }, [join.error]);

  // What could not be sent goes by itself when the signal is back; the same requestId, so never twice.
  useEffect(() => {
    if (!waiting || busy) return;
    const again = () => void send();
    const timer = setTimeout(again, againMs);
    const stop = onSignal(again);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [waiting, busy]);

  // What is sent has no steps to go back to.
  const stepBack = useStepBack(sent ? 0 : draft.step, (at) => {
    if (!sent) goTo(at === 1 || at === 2 ? at : 0);
  });

  if (sent) {
    return (
      <>
        {stepBack}
        <Sent sent={sent} item={item} subtype={input.subtype} />
      </>
    );
  }
  const parts = { item, draft, faults, write };
  return (
    <Page
      title="请代办员帮忙"
      bar={
        <View className="page-bar-group request-bar">
          {draft.step > 0 && (
            <Button inline onPress={() => goTo(draft.step === 2 ? 1 : 0)}>
              上一步
            </Button>
          )}
          {draft.step < 2 ? (
            <Button look="main" onPress={next}>
              下一步
            </Button>
          ) : (
            <Button look="main" icon="send" busy={busy} onPress={sendAndAsk}>
              {waiting ? '再发一次' : '发出去'}
            </Button>
          )}
        </View>
      }
    >
      {stepBack}
      <View className="request-step" role="heading" aria-level={2}>
        第{draft.step + 1}步，共3步：{titles[draft.step]}
      </View>
      <DraftFound
        of={{
          isFound: isFound && draft.step === foundStep && !busy && !error,
          restart: startAfresh,
        }}
        // It is sent again with its own id: it cannot be there twice.
        words={draft.requestId && '上次没等到回音，写的都还在。再发一次就行，不会重复。'}
      />
      {draft.step === 0 && (
        <>
          {whom}
          {neighbour && <NeighbourFields of={neighbour} faults={faults} onWrite={writeNeighbour} />}
          <What {...parts} />
        </>
      )}
      {draft.step === 1 && (
        <>
          {item.code === CONSULTATION && <Maybe text={draft.note} />}
          <Where {...parts} person={person && whose} join={join} isForOther={principal !== undefined} />
        </>
      )}
      {draft.step === 2 && (
        <>
          <Check item={item} input={input} name={whose.name} error={error} goTo={goTo} />
          <NotifyNote kinds={toAskFor} button={waiting ? '再发一次' : '发出去'} />
        </>
      )}
    </Page>
  );
}

/** What is wrong with a neighbour stands beside the fields of their own. */
const besideOf = (fields: Record<string, string>): Faults =>
  Object.fromEntries(
    Object.entries(fields).map(([field, words]) => [field.replace(/^neighbour\./, ''), words]),
  );

/** The faults that a change may have mended are forgotten. */
function withoutThe(faults: Faults, part: Partial<Draft>): Faults {
  const mended = Object.keys(part).map((field) =>
    field === 'day' || field === 'time' ? 'appointment' : field,
  );
  return Object.fromEntries(Object.entries(faults).filter(([field]) => !mended.includes(field)));
}
