import { View } from '@tarojs/components';
import type { CaseView } from 'contract/models';
import { type Deed, can } from 'contract/deeds';
import { Button } from '@/components/button';
import { go } from '@/routes';
import { canEnter } from './enter-review';
import { canReopen } from './reopen';

/** A paper was asked for, whoever has the case now. */
const wasAsked = ({ events }: CaseView) => events.some(({ do: deed }) => deed === 'ask');

interface Props {
  kase: CaseView;
  /** the one at the bottom of the page */
  main?: Deed;
}

/** What else can be done now, besides the main button. */
export function Deeds({ kase, main }: Props) {
  const may = (deed: Deed) => deed !== main && can(kase, deed);
  const left: readonly { deed: Deed; words: string; isThere: boolean }[] = [
    {
      deed: 'assign',
      words: kase.state === 'submitted' ? '安排代办员' : '换一位代办员',
      isThere: may('assign'),
    },
    { deed: 'stay', words: '先不换，告诉居民为什么', isThere: may('stay') && kase.wish !== undefined },
    { deed: 'supply', words: '居民把材料给来了', isThere: may('supply') && wasAsked(kase) },
    { deed: 'whistle', words: '吹哨，请街道或区里来', isThere: may('whistle') },
    { deed: 'move', words: '转到别的社区', isThere: may('move') },
    { deed: 'reply', words: '查清楚了，答复居民', isThere: may('reply') },
    { deed: 'askOn', words: '居民接着问', isThere: may('askOn') && kase.question?.askOnUntil !== undefined },
    {
      deed: 'contest',
      words: '居民还不满意，请上一级再查',
      isThere: may('contest') && kase.complaint?.contestUntil !== undefined,
    },
    // For a resident who came without WeChat; and a manager never writes down how their own work was.
    {
      deed: 'review',
      words: '代录评价',
      isThere: may('review') && canEnter(kase) && !kase.parts.includes('agent'),
    },
    { deed: 'cancel', words: '居民说不办了', isThere: may('cancel') },
    {
      deed: 'reopen',
      words: kase.state === 'cancelled' ? '居民说还要办' : '居民说没办成',
      isThere: canReopen(kase),
    },
  ];
  const shown = left.filter(({ isThere }) => isThere);
  if (shown.length === 0 && !can(kase, 'terminate')) return null;
  return (
    <View className="case-deeds">
      {shown.map(({ deed, words }) => (
        <Button key={deed} onPress={() => go.managerDeed(kase.caseId, deed)}>
          {words}
        </Button>
      ))}
      {can(kase, 'terminate') && (
        <Button look="danger" onPress={() => go.managerDeed(kase.caseId, 'terminate')}>
          办不了，终止
        </Button>
      )}
    </View>
  );
}
