import { View } from '@tarojs/components';
import { can, isAtHome } from 'contract/deeds';
import type { CaseView } from 'contract/models';
import { dayOf } from 'contract/time';
import { type ReactNode, useState } from 'react';
import { spokenPhone } from '@/format/phones';
import { dayWords, timeWords, whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { Agent } from '../agent-card';
import { Button } from '../button';
import { Card } from '../card';
import { FieldError } from '../field';
import { Words } from '../words';
import { AtDoor } from './at-door';
import { ToCalendar } from './to-calendar';
import { NewHour } from './new-hour';
import './visit.scss';

interface Props {
  kase: CaseView;
  now: number;
  reload(): void;
  /** for those who work on it: two who go (`Companion`) */
  staff?(isToCome: boolean): ReactNode;
}

/**
 * 约好的时间: who comes and when, what is read out at the door, and each way that it may go otherwise in a tap. Without an hour, the way to
 * agree on one.
 */
export function Visit({ kase, now, reload, staff }: Props) {
  const { visit, mode, parts } = kase;
  const [isChoosing, setChoosing] = useState(false);
  const callOff = useDeed('cases.callOff', reload);
  const miss = useDeed('cases.miss', reload);
  const isAgent = parts[0] === 'agent';
  const mayBook =
    can(kase, 'book') && kase.kind !== 'complaint' && (mode === 'home-visit' || mode === 'appointment');
  if (!visit && !mayBook) return null;
  const done = () => {
    setChoosing(false);
    reload();
  };
  const tap = async (deed: typeof miss) => {
    if (await deed.run({ caseId: kase.caseId })) done();
  };
  const isAtDoor = mode === 'home-visit';
  const isToCome = visit !== undefined && visit.begunAt === undefined;
  // Two are to go and one is not chosen yet: the digits would be refused.
  const isAlone = kase.pair !== undefined && !kase.companion;
  const isDue = isToCome && visit.at <= now;
  const title = visit
    ? `${isAtDoor ? '上门' : '约在'} ${whenWords(visit.at, now)}`
    : isAtDoor
      ? '还没约上门时间'
      : '还没约时间';
  return (
    <Card title={title} icon="calendar" tone={visit ? 'progress' : 'plain'}>
      {visit?.begunAt !== undefined && (
        <Words look="strong">代办员{timeWords(visit.begunAt)}到了，数字对上了。</Words>
      )}
      {isToCome && <Coming kase={kase} />}
      <Moved kase={kase} now={now} />
      {isAtDoor && staff?.(isToCome)}
      {isToCome && isAgent && !isAlone && visit.isAtDoor && dayOf(visit.at) <= dayOf(now) && (
        <AtDoor caseId={kase.caseId} visit={visit} reload={reload} />
      )}
      {/* Always there, so that its words are heard when they come. */}
      <FieldError id="visit-error">{(callOff.error ?? miss.error)?.message}</FieldError>
      <View className="visit-ways">
        {isDue && can(kase, 'miss') && (
          <Button busy={miss.busy} onPress={() => void tap(miss)}>
            {isAgent ? '到了，没遇到人' : '代办员没有来'}
          </Button>
        )}
        {mayBook && visit?.begunAt === undefined && (
          <Button icon="calendar" expanded={isChoosing} onPress={() => setChoosing(!isChoosing)}>
            {visit ? '改时间' : '约时间'}
          </Button>
        )}
        {isToCome && can(kase, 'callOff') && (
          <Button icon="undo" busy={callOff.busy} onPress={() => void tap(callOff)}>
            先不约了
          </Button>
        )}
        {isToCome && <ToCalendar kase={kase} at={visit.at} />}
      </View>
      {isChoosing && <NewHour kase={kase} onDone={done} />}
    </Card>
  );
}

/** 改到了: what the hour does to the promised day, which is never moved without a word. */
function Moved({ kase, now }: { kase: CaseView; now: number }) {
  const { extended, visit, dueAt, parts, pausedAt } = kase;
  const who = parts[0] === 'resident' ? '您' : '居民';
  if (extended)
    return (
      <Words look="muted">
        {who}改到了{whenWords(extended.hourAt, now)}，办完的日子从{dayWords(extended.from, now)}跟着改到
        {dayWords(dueAt, now)}。
      </Words>
    );
  if (!visit || visit.at <= dueAt || pausedAt !== undefined) return null;
  return <Words look="muted">这个时间比说好的{dayWords(dueAt, now)}晚，说好的日子没有跟着改。</Words>;
}

/** Who comes, by name and number, and the digits for whoever is to read them out. */
function Coming({
  kase: { caseId, visit, assignment, parts, residentName, pair, companion },
}: {
  kase: CaseView;
}) {
  const isHome = parts.some(isAtHome);
  const isPair = isHome && pair !== undefined;
  const faces = useCall('cases.visitors', isHome ? { caseId } : undefined).data?.visitors ?? [];
  const faceOf = (id: string | undefined) => faces.find((one) => one.id === id)?.url;
  return (
    <>
      {isHome && assignment && (
        <Agent
          name={assignment.agentName}
          face={faceOf(assignment.agentId)}
          note={`${visit?.isAtDoor ? '来的人' : '等您的人'} · ${spokenPhone(assignment.agentPhone)}`}
        />
      )}
      {isPair && companion && (
        <Agent
          name={companion.name}
          face={faceOf(companion.id)}
          note={`一起来的人 · ${spokenPhone(companion.phone)}`}
        />
      )}
      {isPair && (
        <Words>
          {companion ? '来的是两位代办员，开门前看清是这两个人。' : '会来两位代办员，另一位定了告诉您。'}
        </Words>
      )}
      {visit?.code && (
        <>
          <View className="visit-code" aria-label={`上门数字 ${visit.code.split('').join(' ')}`}>
            {visit.code}
          </View>
          <Words>
            {parts[0] === 'resident'
              ? '代办员到了门口，您把这4位数字读给他，对上了就是他。电话里来问的，都不要说。'
              : `${isHome ? residentName : '这位居民'}不用微信：请打电话，把这4位数字读给本人，不要告诉代办员。`}
          </Words>
        </>
      )}
      {parts[0] === 'asker' && visit?.isAtDoor && !visit.code && (
        <Words>开门前要对4位数字，{residentName}在自己的手机上看得到。</Words>
      )}
    </>
  );
}
