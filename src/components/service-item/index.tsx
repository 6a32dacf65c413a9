import type { ServiceItem as Item } from 'contract/models';
import { promiseOf, sayPromise, workingDays } from 'contract/promise';
import { actorNames } from 'contract/words';
import { useSession } from '@/hooks/use-session';
import { phonesIn } from '@/format/phones';
import { CallButton } from '../button';
import { Card } from '../card';
import { Facts } from '../facts';
import { Fold, FoldCard } from '../fold';
import { Heading } from '../heading';
import { Steps } from '../steps';
import { Lines, Words } from '../words';
import { paperCount, Papers } from './papers';

/** A service item as a resident reads it: three lines and a count, then all one must know before asking. */
export function ServiceItem({ item, wished }: { item: Item; wished?: string }) {
  const subtype = item.subtypes.find(({ code }) => code === wished);
  return (
    <>
      <Card>
        <Heading lead>{item.name}</Heading>
        <Words>{item.summary}</Words>
        <Facts
          facts={[
            { name: '我们答应几天办好', value: sayPromise(promiseOf(item, wished)) },
            { name: '费用', value: shortFee(item) },
            { name: '材料', value: paperCount(item.materials) },
          ]}
        />
      </Card>
      {subtype?.safetyTip && (
        <Card tone="warning" icon="warning" title={subtype.name}>
          <Words look="strong">{subtype.safetyTip}</Words>
          <Numbers words={subtype.safetyTip} whom={subtype.name} />
        </Card>
      )}
      {item.materials.length > 0 && <Papers code={item.code} materials={item.materials} />}
      <FoldCard title="给谁办、要不要到场" icon="person">
        {() => (
          <Facts
            facts={[
              { name: '给谁办', value: item.audience.join('、') },
              {
                name: '本人到场',
                value: `${item.residentMustAppear.required ? '要本人到场' : '不用本人到场'}。${item.residentMustAppear.reason}`,
              },
              ...(item.pair === 'two' ? [{ name: '上门', value: '来两位代办员。' }] : []),
              ...(item.mandate === 'excluded'
                ? [{ name: '委托别人', value: '不能。法律规定要本人办，代办员可以陪着。' }]
                : []),
              {
                name: '国家规定最多几天',
                value:
                  item.statutoryWorkingDays === null ? '没有规定' : workingDays(item.statutoryWorkingDays),
              },
              { name: '费用', value: fee(item) },
            ]}
          />
        )}
      </FoldCard>
      <FoldCard title="怎么办" icon="cases">
        {() => (
          <Steps
            steps={item.steps.map(({ name, actor, detail, workingDays: days }) => ({
              title: name,
              meta: [actorNames[actor], days > 0 && workingDays(days)].filter(Boolean).join(' · '),
              text: detail,
            }))}
          />
        )}
      </FoldCard>
      <Subtypes item={item} />
      <Contacts item={item} />
      <Fold title="条件、依据和来源">{() => <Grounds item={item} />}</Fold>
    </>
  );
}

const fee = ({ fee: { amount, note } }: Item) => (amount === 0 ? note || '不收费' : `${amount}元。${note}`);

/** Its first words: what else may cost something stands below. */
const shortFee = (item: Item) => fee(item).split(/[\uFF1B\u3002]/)[0];

function Subtypes({ item: { subtypes } }: { item: Item }) {
  if (subtypes.length === 0) return null;
  return (
    <FoldCard title="有这几种情况" icon="all">
      {() => <Lines items={subtypes.map(({ name, note }) => (note ? `${name}：${note}` : name))} />}
    </FoldCard>
  );
}

function Contacts({ item }: { item: Item }) {
  const { data } = useSession();
  return (
    <FoldCard title="咨询和投诉" icon="phone">
      {() => (
        <>
          <Facts
            facts={[
              { name: '在哪里办', value: item.acceptedAt },
              { name: '办理时间', value: item.serviceHours },
              { name: '咨询', value: item.consultation },
              { name: '监督投诉', value: item.supervision },
            ]}
          />
          {data?.community && (
            <CallButton number={data.community.phone} whom={data.community.station}>
              打电话给{data.community.name}
            </CallButton>
          )}
          <Numbers words={`${item.consultation} ${item.supervision}`} whom="咨询和监督" />
        </>
      )}
    </FoldCard>
  );
}

/** Each number in the words, ready to be called. */
function Numbers({ words, whom }: { words: string; whom: string }) {
  return (
    <>
      {phonesIn(words).map((number) => (
        <CallButton key={number} number={number} whom={whom}>
          打 {number}
        </CallButton>
      ))}
    </>
  );
}

function Grounds({ item }: { item: Item }) {
  return (
    <>
      <Heading level={3}>办理条件</Heading>
      <Lines items={item.conditions} />
      <Heading level={3}>办事依据</Heading>
      <Lines items={item.legalBasis.map(({ title, docNo }) => (docNo ? `${title}（${docNo}）` : title))} />
      {item.localVariation && (
        <>
          <Heading level={3}>各地不一样的地方</Heading>
          <Words>{item.localVariation}</Words>
        </>
      )}
      <Heading level={3}>内容来源</Heading>
      <Lines items={item.sources.map(({ title, publisher }) => `${title}，${publisher}`)} />
    </>
  );
}
