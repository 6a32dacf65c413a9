import { refusalGrounds, requestKinds, requestStates } from 'contract/kept';
import type { DataRequest } from 'contract/models/privacy';
import { currentTime } from '@/cloud/clock';
import { Facts } from '@/components/facts';
import { dayWords } from '@/format/when';

/** Where a request stands, in facts; managers read whose it is, too. */
export function RequestFacts({ of, isOwn }: { of: DataRequest; isOwn?: boolean }) {
  const now = currentTime();
  const { answer, state } = of;
  return (
    <Facts
      facts={[
        ...(isOwn ? [] : [{ name: '居民', value: `${of.name}（${of.orgName}）` }]),
        { name: '现在', value: stateWords(of, isOwn) },
        { name: '哪天提的', value: dayWords(of.at, now) },
        ...(state === 'open' ? [{ name: '最晚', value: `${dayWords(of.dueAt, now)}${lateWords(of)}` }] : []),
        ...(of.text ? [{ name: '写的', value: of.text }] : []),
        ...(of.byStaff ? [{ name: '谁记下的', value: of.byStaff }] : []),
        ...(of.paper ? [{ name: '凭据', value: of.paper }] : []),
        ...(of.stuck ? [{ name: '还等什么', value: of.stuck }] : []),
        ...(answer
          ? [
              { name: '谁答复的', value: `${answer.by}，${dayWords(answer.at, now)}` },
              ...(answer.ground ? [{ name: '理由', value: refusalGrounds[answer.ground] }] : []),
              ...(answer.why ? [{ name: '说明', value: answer.why }] : []),
            ]
          : []),
      ]}
    />
  );
}

const lateWords = ({ card }: DataRequest): string =>
  card === 'red' ? '，超期了' : card === 'yellow' ? '，快到期了' : '';

/** A wish that was taken back was so by its person. */
const stateWords = ({ state }: DataRequest, isOwn = false): string =>
  state === 'takenBack' && !isOwn ? '本人收回了' : requestStates[state];

export const titleOf = ({ kind }: DataRequest): string => requestKinds[kind];

export const toneOf = ({ state, card }: DataRequest) =>
  state !== 'open'
    ? ('plain' as const)
    : card === 'red'
      ? ('breach' as const)
      : card === 'yellow'
        ? ('warning' as const)
        : ('progress' as const);
