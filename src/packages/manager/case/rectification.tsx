import type { CaseView, RectificationView } from 'contract/models';
import { cardNames, levels, outcomeNames, rectifyNames, refusedName, unreachedName } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { type Step, Steps } from '@/components/steps';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useSession } from '@/hooks/use-session';
import { triedWords } from '../parts/call/words';

interface Props {
  kase: CaseView;
  now: number;
  busy: boolean;
  onTake(): void;
}

/** 差评整改: who answers for it, what was found, done and heard, and by when the next step must be done. */
export function Rectification({ kase: { rectification: one }, now, busy, onTake }: Props) {
  const me = useSession().data?.person.name;
  if (!one) return null;
  const { state, orgName, handler, outcome, isRefused, deeds, card } = one;
  const isOver = state === 'closed';
  const tone = isOver ? 'plain' : card === 'red' ? 'breach' : 'warning';
  const ended = isRefused ? refusedName : outcome && outcomeNames[outcome];
  return (
    <Card
      title={`差评整改：${(isOver && ended) || rectifyNames[state]}`}
      icon={isOver ? 'done' : 'warning'}
      tone={tone}
    >
      <Words>
        {handler ? `${orgName}，${handler}${isOver ? '管的' : '在管'}` : `${orgName}来管，还没有人接手`}
      </Words>
      {isRefused && !isOver && <Words>回访时居民还不满意，重新查。</Words>}
      <Steps steps={stepsOf(one, now)} />
      {!isOver && deeds.length === 0 && (
        <Words look="strong">要请{orgName}没经办过这件的人来核实和回访。</Words>
      )}
      {handler && handler !== me && deeds.includes('take') && (
        <Button inline busy={busy} onPress={onTake}>
          换我来管
        </Button>
      )}
    </Card>
  );
}

/** 核实, 整改, 回访; what was not true needs no mending. */
function stepsOf(one: RectificationView, now: number): Step[] {
  const { state, isUpheld, findings, outcome, mended, verifyBy, mendBy, card } = one;
  const late = card && (
    <Tag tone={card === 'red' ? 'breach' : 'warning'}>
      {card === 'red' ? '红牌' : '黄牌'}：{cardNames[card]}
    </Tag>
  );
  const by = (at: number) => `最晚${whenWords(at, now)}`;
  const verify: Step = {
    title: '核实',
    ...(state === 'verifying'
      ? { at: 'now', meta: by(verifyBy), late }
      : { at: 'done', meta: isUpheld ? '属实' : '不属实', text: findings }),
  };
  const mend: Step = {
    title: '整改',
    ...(state === 'mending' ? { at: 'now', meta: by(mendBy), late } : {}),
    ...(mended && outcome ? { at: 'done', meta: outcomeNames[outcome], text: mended } : {}),
  };
  return [verify, ...(isUpheld === false ? [] : [mend]), callOf(one, now, by(mendBy), late)];
}

function callOf(one: RectificationView, now: number, by: string, late: Step['late']): Step {
  const { state, calls, after, afterText, unreached } = one;
  const title = '打电话回访';
  if (state === 'calling') return { title, at: 'now', meta: by, late, text: triedWords(calls, now) };
  if (state !== 'closed') return { title };
  const said = after ? `居民现在说${levels[after]}` : '打通了';
  return {
    title,
    at: 'done',
    meta: unreached ? `${unreachedName}，打了${calls.length}次` : said,
    text: afterText,
  };
}
