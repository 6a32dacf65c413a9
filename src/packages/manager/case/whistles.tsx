import type { CaseView, WhistleView } from 'contract/models';
import { can } from 'contract/deeds';
import { cardNames, levels } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Tag } from '@/components/tag';
import { whenWords } from '@/format/when';
import { useSession } from '@/hooks/use-session';
import { go } from '@/routes';

/** 吹哨: who was called in and asked what, what they answered, and what the asking side thought of it. */
export function Whistles({ kase, now }: { kase: CaseView; now: number }) {
  const posts = useSession().data?.person.posts ?? [];
  return (
    <>
      {kase.whistles.map((one) => (
        <Card
          key={one.id}
          title={`向${one.orgName}吹哨`}
          icon="megaphone"
          tone={one.answer === undefined ? 'warning' : 'plain'}
        >
          <Facts facts={factsOf(one, now)} />
          {one.mine && can(kase, 'answer') && (
            <Button onPress={() => go.managerDeed(kase.caseId, 'answer', one.id)}>答复</Button>
          )}
          {/* A manager does not rate what their own unit answered. */}
          {one.answer !== undefined &&
            one.rating === undefined &&
            can(kase, 'rateAnswer') &&
            !posts.some((post) => post.orgId === one.orgId) && (
              <Button onPress={() => go.managerDeed(kase.caseId, 'rateAnswer', one.id)}>
                评一评这次答复
              </Button>
            )}
        </Card>
      ))}
    </>
  );
}

function factsOf(one: WhistleView, now: number) {
  return [
    { name: '问', value: one.question },
    { name: '谁问的', value: `${one.askedBy}，${whenWords(one.askedAt, now)}` },
    one.answer === undefined
      ? {
          name: '等答复',
          value: (
            <>
              {one.owner}，最晚{whenWords(one.dueAt, now)}{' '}
              {one.card && (
                <Tag tone={one.card === 'red' ? 'breach' : 'warning'}>
                  {one.card === 'red' ? '红牌' : '黄牌'}：{cardNames[one.card]}
                </Tag>
              )}
            </>
          ),
        }
      : { name: '答', value: one.answer },
    ...(one.answer === undefined
      ? []
      : [
          {
            name: '谁答的',
            value: [one.answeredBy, one.answeredAt && whenWords(one.answeredAt, now)]
              .filter(Boolean)
              .join('，'),
          },
        ]),
    ...(one.rating
      ? [{ name: '社区评', value: [levels[one.rating], one.ratingText].filter(Boolean).join('：') }]
      : []),
  ];
}
