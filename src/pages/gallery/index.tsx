import { View } from '@tarojs/components';
import { states } from 'contract/states';
import { instantOf } from 'contract/time';
import { type Level, levels } from 'contract/words';
import { Agent, AgentCard } from '@/components/agent-card';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { BundleCard } from '@/components/bundle-card';
import { CaseCard } from '@/components/case-card';
import { CaseClocks } from '@/components/case-clocks';
import { CaseHead } from '@/components/case-head';
import { CaseSteps } from '@/components/case-steps';
import { CaseWish } from '@/components/case-wish';
import { Faces, Note } from '@/components/faces';
import { Complaint } from '@/components/complaint';
import { Copy } from '@/components/copy';
import { Facts } from '@/components/facts';
import { Fold } from '@/components/fold';
import { Heading } from '@/components/heading';
import { Hotlines } from '@/components/hotlines';
import { Icon } from '@/components/icon';
import { type IconName, icons } from '@/components/icon/icons';
import { LevelWords } from '@/components/level';
import { AnswerRow } from '@/components/answer-row';
import { List, ListRow } from '@/components/list-row';
import { Mandate } from '@/components/mandate';
import { KeepBar, SheetPaper } from '@/components/sheet';
import { More } from '@/components/more';
import { NotifyNote } from '@/components/notify-note';
import { Original } from '@/components/original';
import { Page } from '@/components/page';
import { Paper, PaperPhotos } from '@/components/paper';
import { Photo, Photos } from '@/components/photos';
import { Receipt } from '@/components/receipt';
import { Steps } from '@/components/steps';
import { DueTag, StateTag, Tag } from '@/components/tag';
import { Taken } from '@/components/taken';
import { Timeline } from '@/components/timeline';
import { Visit } from '@/components/visit';
import { Lines, Words } from '@/components/words';
import { Buttons, Choices, Fields, Sizes } from './inputs';
import {
  agent,
  asked,
  events,
  file,
  kase,
  mandate,
  sheets,
  now,
  original,
  paged,
  paper,
  picture,
  row,
  standing,
  timed,
} from './samples';
import { Section, State } from './section';

const nothing = () => undefined;

/** `/#/gallery`, H5 only: every component in each of its states, for the builder of a page and for the tests' pictures. */
export default function Gallery() {
  return (
    <Page
      title="组件"
      bar={
        <Button look="main" onPress={nothing}>
          这一页要做的
        </Button>
      }
    >
      <Sizes />
      <Writing />
      <Buttons />
      <Fields />
      <Choices />
      <Tags />
      <Section title="复制">
        <Copy text="灯塔院12号楼3单元601" icon="place">
          复制地址
        </Copy>
      </Section>
      <Section title="四种样子">
        {Object.entries({
          coming: '还没来',
          failed: '没拿到',
          stale: '有旧的，新的没拿到',
          none: '一个也没有',
          there: '有',
        }).map(([face, name]) => (
          <State key={face} name={name}>
            <Faces
              of={asked[face as keyof typeof asked]}
              isEmpty={(rows) => rows.length === 0}
              empty={<Note icon="inbox" text="现在没有办件，歇口气。" />}
            >
              {(rows) => <Lines items={rows} />}
            </Faces>
          </State>
        ))}
        <State name="下面还有">
          <More of={paged} />
        </State>
      </Section>
      <Cards />
      <Cases />
      <Section title="照片">
        <State name="看得到的、还没来的">
          <Photos>
            <Photo url={picture} name="照片1" />
            <Photo name="照片2" />
          </Photos>
        </State>
      </Section>
      <Section title="材料和原件">
        <State name="还没有、有照片、可以、不对">
          <Paper paper={paper} now={now} />
          <Paper paper={{ ...paper, state: 'sent', photos: 1 }} now={now}>
            <PaperPhotos
              paper={{ ...paper, photos: 1 }}
              links={[{ paper: paper.id, photos: [{ key: 'a', url: picture }] }]}
            />
          </Paper>
          <Paper paper={{ ...paper, state: 'has', verdict: { isGood: true, at: now } }} now={now} />
          <Paper
            paper={{ ...paper, state: 'has', verdict: { isGood: false, fault: '缺页', at: now } }}
            now={now}
          />
        </State>
        <State name="原件：等认、没按时还、还了">
          <Original of={original} now={now} />
          <Original of={{ ...original, state: 'lodged', card: 'red' }} now={now} />
          <Original of={{ ...original, state: 'returned' }} now={now} />
        </State>
      </Section>
      <Section title="图标">
        <View className="gallery-icons">
          {(Object.keys(icons) as IconName[]).map((name) => (
            <View className="gallery-icon" key={name}>
              <Icon name={name} large />
              <View>{name}</View>
            </View>
          ))}
        </View>
      </Section>
    </Page>
  );
}

function Writing() {
  return (
    <Section title="标题和文字">
      <Heading lead>这一页讲的事</Heading>
      <Heading level={3}>小标题</Heading>
      <Words look="large">不能漏看的话</Words>
      <Words look="strong">要紧的话</Words>
      <Words>平常的话。代办员先打电话找您，把情况问清楚，约好怎么办。</Words>
      <Words look="muted">可以不看的话</Words>
      <Lines items={['一样一行', '身份证', '户口簿']} />
      <Facts
        facts={[
          { name: '我们答应几天办好', value: '10个工作日' },
          { name: '费用', value: '不收费' },
        ]}
      />
    </Section>
  );
}

function Tags() {
  const dues = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-12-04'];
  return (
    <Section title="标签">
      <View className="gallery-tags">
        {(['plain', 'progress', 'warning', 'breach', 'ok'] as const).map((tone) => (
          <Tag key={tone} tone={tone}>
            {{ plain: '平常', progress: '正在办', warning: '快到期', breach: '超期', ok: '办好了' }[tone]}
          </Tag>
        ))}
      </View>
      <State name="办件的状态">
        <View className="gallery-tags">
          {states.map((state) => (
            <StateTag key={state} state={state} />
          ))}
        </View>
      </State>
      <State name="满意程度：脸只帮着看，话在字里">
        {(Object.keys(levels) as Level[]).map((level) => (
          <LevelWords key={level} level={level} />
        ))}
      </State>
      <State name="还有多久：黄牌和红牌写在字里">
        <View className="gallery-tags">
          <DueTag
            kase={{ state: 'in_progress', dueAt: instantOf('2026-11-26', '17:00'), card: 'yellow' }}
            now={now}
          />
          <DueTag
            kase={{ state: 'offered', dueAt: instantOf('2026-12-04', '17:00'), card: 'yellow' }}
            now={now}
          />
          <DueTag
            kase={{ state: 'submitted', dueAt: instantOf('2026-12-04', '17:00'), card: 'red' }}
            now={now}
          />
          <DueTag kase={{ state: 'awaiting_resident', dueAt: now, pausedAt: now, card: 'red' }} now={now} />
          {dues.map((day) => (
            <DueTag key={day} kase={{ state: 'in_progress', dueAt: instantOf(day, '17:00') }} now={now} />
          ))}
          <DueTag kase={{ state: 'awaiting_resident', dueAt: now, pausedAt: now }} now={now} />
        </View>
      </State>
    </Section>
  );
}

function Cards() {
  return (
    <Section title="卡片、列表、折叠">
      <Card title="平常的" icon="paper">
        <Words>放在一起的事。</Words>
      </Card>
      <Card tone="progress" icon="letters" title="正在进行、可以做的">
        <Words>上次写到一半的还在。</Words>
      </Card>
      <Card tone="warning" icon="paper" title="要有人快点做">
        <Words>请您补一样：户口簿。</Words>
      </Card>
      <Card tone="breach" icon="warning" title="出了事">
        <Words>还没有发出去。</Words>
      </Card>
      <Card tone="ok" icon="done" title="办好了">
        <Words>残疾证办好了，周三送到您家。</Words>
      </Card>
      <List label="列表">
        <ListRow title="只有标题" onPress={nothing} />
        <ListRow
          icon="cases"
          title="什么都有"
          note="下面一行小字"
          tag={<Tag tone="warning">明天到期</Tag>}
          onPress={nothing}
        />
      </List>
      <List label="大家问过的">
        <AnswerRow
          of={{
            question: '高龄津贴几岁能领？',
            answer: '满八十岁起领。带身份证、户口簿和社保卡到社区，从申请的下个月起发到卡上，往年的不补。',
          }}
          onPress={nothing}
        />
      </List>
      <List label="没看过的和看过的消息">
        <ListRow
          title="还缺一样材料"
          tag={<Tag tone="progress">没看过</Tag>}
          note="残疾人证办理还需要：户口簿。补上以后接着办。"
          onPress={nothing}
        />
        <ListRow title="代办员已接单" note="立春晓接了您的残疾人证办理，会打电话联系您。" onPress={nothing} />
      </List>
      <State name="微信要问的，一样和几样；没有要问的就没有">
        <NotifyNote kinds={['result']} button="补好了，接着办" />
        <NotifyNote kinds={['progress', 'supplement', 'result']} button="发出去" />
        <NotifyNote kinds={[]} button="发出去" />
      </State>
      <Hotlines of={[{ number: '119', name: '火警', why: '着火了，先打119' }]} />
      <Mandate mandate={mandate} name="赵一示" serviceName="残疾人证办理" now={now} />
      <State name="单子：要笔签的，和贴出去的">
        <SheetPaper sheet={sheets.form} />
        <SheetPaper sheet={sheets.poster} />
        <KeepBar sheet={sheets.form} name="委托书" />
      </State>
      <Receipt title="收到了，我们来办" about="残疾人证办理" label="办件编号，打电话时报这个" no="11230001" />
      <State name="取来的文件：电脑上已经存好，微信里能转发；没取到">
        <Taken of={{ taken: file }} />
        <Taken of={{ taken: { ...file, share: nothing } }} />
        <Taken of={{ error: asked.failed.error }} />
      </State>
      <Fold title="折起来的">{() => <Words>按一下才有。</Words>}</Fold>
      <Note icon="offline" text="网络不通，写的内容都还在。" onRetry={nothing} />
    </Section>
  );
}

const bundle = { id: 'b', code: 'birth', name: '出生一件事', size: 2 };
const ofBundle = [
  { ...row('in_progress', '立春晓正在办，12月4日 周五前办好'), bundle },
  {
    ...row('submitted', '等〈户口迁移〉办好，就开始办这件'),
    caseId: 'next',
    kind: 'waiting' as const,
    bundle,
  },
];

function Cases() {
  return (
    <Section title="办件、代办员">
      <CaseCard row={row('offered', '等代办员立春晓答应')} now={now} onPress={nothing} />
      <CaseCard row={row('in_progress', '立春晓正在办，12月4日 周五前办好')} now={now} onPress={nothing} />
      <CaseCard
        row={row('submitted', '正在给您找代办员', instantOf('2026-11-20', '17:00'))}
        now={now}
        onPress={nothing}
      />
      <CaseCard row={row('completed', '办好了，请您评一评')} now={now} onPress={nothing} />
      <BundleCard rows={ofBundle} onPress={nothing} onAll={nothing} />
      <Complaint onWrite={nothing} />
      <Visit
        kase={{
          ...kase,
          parts: ['resident'],
          visit: { at: now, isAtDoor: true, code: '3072', triesLeft: 5 },
        }}
        now={now}
        reload={nothing}
      />
      <CaseHead kase={kase} now={now} />
      <CaseHead
        kase={{ ...kase, state: 'awaiting_resident', pausedAt: now, next: '等赵一示补材料', ask: '户口簿' }}
        now={now}
      />
      <CaseHead kase={{ ...kase, state: 'completed', result: '残疾证办好了，周三送到家' }} now={now} />
      <CaseHead
        kase={{
          ...kase,
          dueAt: instantOf('2027-01-06', '17:00'),
          provisional: true,
          next: '1月6日 周三（暂定）前办完',
        }}
        now={now}
      />
      <Card title="一步一步办" icon="cases">
        <CaseSteps
          kase={timed}
          now={now}
          deed={() => (
            <Button inline icon="tick" onPress={nothing}>
              这一步完成了
            </Button>
          )}
        />
      </Card>
      <Card title="时限" icon="calendar">
        <CaseClocks kase={timed} now={now} />
      </Card>
      <Card title="时限，停着" icon="calendar">
        <CaseClocks kase={{ ...timed, ...standing }} now={now} />
      </Card>
      <CaseWish kase={kase} now={now} />
      <AgentCard agent={agent} now={now} />
      <AgentCard
        agent={{ ...agent, isOnDuty: false, nextDutyAt: instantOf('2026-11-24', '08:30') }}
        now={now}
      />
      <Card>
        <Agent name="立春晓" note="您的代办员" />
        <Steps
          steps={[
            { title: '派给代办员', text: '马上就派，派给谁会告诉您', at: 'done' },
            { title: '代办员打电话找您', meta: '代办员 · 1个工作日', at: 'now' },
            { title: '办好了告诉您', text: '我们答应几天办好：10个工作日' },
          ]}
        />
      </Card>
      <Card title="办到哪一步了" icon="clock">
        <Timeline events={events} now={now} />
      </Card>
    </Section>
  );
}
