import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import { pageErrors } from 'contract/page-errors';
import type { Leave, RosterRow } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Agent as Face } from '@/components/agent-card';
import { Button, CallButton } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { Facts } from '@/components/facts';
import { FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { spokenPhone } from '@/format/phones';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';
import { daysWords, DutyTags, gridWords, hoursWords, leaveWords } from '../roster/words';
import { Sides } from '../parts/sides';
import './agent.scss';
import type { AgentProps } from './props';

/** One agent of a roster: where, when and how much, how full today is, and their leave. */
export function Agent({ id, orgId }: AgentProps) {
  const asked = useCall('roster.list', { orgId });
  return (
    <Page title="代办员" wide>
      <Faces of={asked}>
        {(list) => {
          const row = list.agents.find((one) => one.id === id);
          return row ? (
            <Shown row={row} grids={list.grids} orgId={orgId} reload={asked.reload} />
          ) : (
            <Note icon="problem" text={pageErrors.AGENT_NOT_FOUND} />
          );
        }}
      </Faces>
    </Page>
  );
}

interface ShownProps {
  row: RosterRow;
  grids: Output<'roster.list'>['grids'];
  orgId: string;
  reload(): void;
}

function Shown({ row, grids, orgId, reload }: ShownProps) {
  const now = currentTime();
  return (
    <Sides
      first={
        <>
          <Card>
            <Face name={row.name} note={`${row.orgName}代办员`}>
              <View className="agent-tags">
                <DutyTags row={row} now={now} />
              </View>
            </Face>
            <Facts
              facts={[
                { name: '今天', value: `${row.today}件，最多${row.dailyCapacity}件` },
                { name: '今天上门', value: `${row.todayVisits}件，最多${row.homeVisitCapacity}件` },
                {
                  name: '手头',
                  value:
                    row.open > 0
                      ? `${row.open}件${row.overdue > 0 ? `，超期${row.overdue}件` : ''}`
                      : '没有活',
                },
              ]}
            />
            <CallButton number={row.phone} whom={`代办员${row.name}`}>
              打电话 {spokenPhone(row.phone)}
            </CallButton>
          </Card>
          <Card title="请假" icon="calendar">
            {row.leaves.length === 0 && <Words look="muted">没有请假。</Words>}
            {row.leaves.map((leave) => (
              <OneLeave key={leave.from} leave={leave} agentId={row.id} now={now} onDone={reload} />
            ))}
            <Button onPress={() => go.managerAgentForm(row.id, orgId, 'leave')}>替{row.name}请假</Button>
          </Card>
        </>
      }
      second={
        <Card title="排班" icon="work">
          <Facts
            facts={[
              { name: '网格', value: gridWords(row, grids) },
              { name: '会办', value: row.skills.join('、') },
              { name: '当班', value: hoursWords(row) },
              {
                name: '夜里值守',
                value: row.onCallWeekdays.length > 0 ? daysWords(row.onCallWeekdays) : '不值守',
              },
              { name: '一天', value: `${row.dailyCapacity}件，其中上门${row.homeVisitCapacity}件` },
              { name: '岗位', value: row.active ? '在岗' : '停岗，不派新的' },
            ]}
          />
          <Button onPress={() => go.managerAgentForm(row.id, orgId, 'roster')}>改排班</Button>
        </Card>
      }
    />
  );
}

interface LeaveProps {
  leave: Leave;
  agentId: string;
  now: number;
  onDone(): void;
}

function OneLeave({ leave, agentId, now, onDone }: LeaveProps) {
  const { run, busy, error } = useDeed('roster.endLeave', onDone);
  const words = leaveWords(leave, now);
  return (
    <View>
      <Words look="strong">{words}</Words>
      <Words look="muted">{leave.why}</Words>
      <FieldError id={`leave-${leave.from}`}>{error?.message}</FieldError>
      <Button
        look="quiet"
        icon="undo"
        inline
        busy={busy}
        label={`不请了：${words}`}
        onPress={() => void run({ agentId, from: leave.from }).then((done) => done && onDone())}
      >
        不请了
      </Button>
    </View>
  );
}
