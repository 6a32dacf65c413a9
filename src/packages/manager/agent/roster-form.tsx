import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import { pageErrors } from 'contract/page-errors';
import type { RosterRow } from 'contract/models';
import { weekdayNames } from 'contract/time';
import { Choice, Ticks } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Faces, Note } from '@/components/faces';
import { Field, FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';
import { back } from '@/routes';
import { Sides } from '../parts/sides';
import './agent.scss';
import type { AgentProps } from './props';

type List = Output<'roster.list'>;

/** As it is typed: numbers may be wrong and must stay. */
interface Draft {
  gridIds: string[];
  skills: string[];
  dutyWeekdays: string[];
  dutyHours: [string, string];
  onCallWeekdays: string[];
  dailyCapacity: string;
  homeVisitCapacity: string;
  active: 'yes' | 'no';
}

const week = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayNames[day] ?? '' }));
const fields = [
  'gridIds',
  'skills',
  'dutyWeekdays',
  'dutyHours',
  'onCallWeekdays',
  'dailyCapacity',
  'homeVisitCapacity',
  'active',
] as const;

export function RosterForm({ id, orgId }: AgentProps) {
  const asked = useCall('roster.list', { orgId });
  const row = asked.data?.agents.find((one) => one.id === id);
  if (asked.data && row) return <Form row={row} list={asked.data} orgId={orgId} />;
  return (
    <Page title="改排班" wide>
      <Faces of={asked}>{() => <Note icon="problem" text={pageErrors.AGENT_NOT_FOUND} />}</Faces>
    </Page>
  );
}

const draftOf = (row: RosterRow): Draft => ({
  gridIds: row.gridIds,
  skills: row.skills,
  dutyWeekdays: row.dutyWeekdays.map(String),
  dutyHours: row.dutyHours,
  onCallWeekdays: row.onCallWeekdays.map(String),
  dailyCapacity: String(row.dailyCapacity),
  homeVisitCapacity: String(row.homeVisitCapacity),
  active: row.active ? 'yes' : 'no',
});

const whole = (words: string, what: string) =>
  /^-?\d+$/.test(words.trim()) ? undefined : `${what}要写成整数。`;

function Form({ row, list, orgId }: { row: RosterRow; list: List; orgId: string }) {
  const form = useForm('roster.set', {
    key: `roster.${row.id}`,
    begin: (kept: Partial<Draft>) => ({ ...draftOf(row), ...kept }),
    check: ({ dailyCapacity, homeVisitCapacity }) => ({
      dailyCapacity: whole(dailyCapacity, '件数'),
      homeVisitCapacity: whole(homeVisitCapacity, '上门件数'),
    }),
    inputOf: (said) => ({
      agentId: row.id,
      gridIds: said.gridIds,
      skills: said.skills,
      dutyWeekdays: said.dutyWeekdays.map(Number),
      dutyHours: said.dutyHours,
      onCallWeekdays: said.onCallWeekdays.map(Number),
      dailyCapacity: Number(said.dailyCapacity),
      homeVisitCapacity: Number(said.homeVisitCapacity),
      active: said.active === 'yes',
    }),
    beside: fields,
  });
  const { draft, write, wrong } = form;
  const [from, to] = draft.dutyHours;
  return (
    <Page
      title="改排班"
      wide
      bar={<SendBar of={form} words="存好排班" onDone={() => back.managerAgent(row.id, orgId)} />}
    >
      <Words look="strong">
        {row.name} · {row.orgName}
      </Words>
      <DraftFound of={form} />
      <Sides
        first={
          <>
            <Ticks
              legend="管哪几个网格？"
              columns={2}
              options={list.grids.map((grid) => ({ value: grid.id, label: grid.name }))}
              values={draft.gridIds}
              onChange={(gridIds) => write({ gridIds }, ['gridIds', 'active'])}
              error={wrong('gridIds')}
            />
            <Ticks
              legend="会办哪几类？"
              columns={2}
              options={list.categories.map((name) => ({ value: name, label: name }))}
              values={draft.skills}
              onChange={(skills) => write({ skills })}
              error={wrong('skills')}
            />
            <Choice
              legend="在岗吗？"
              columns={2}
              options={[
                { value: 'yes', label: '在岗' },
                { value: 'no', label: '停岗', hint: '不派新的，手上的马上另派' },
              ]}
              value={draft.active}
              onChange={(active) => write({ active }, ['gridIds', 'active'])}
              error={wrong('active')}
            />
          </>
        }
        second={
          <>
            <Ticks
              legend="星期几当班？"
              columns={3}
              options={week}
              values={draft.dutyWeekdays}
              onChange={(days) => write({ dutyWeekdays: sorted(days) }, ['dutyWeekdays'])}
              error={wrong('dutyWeekdays')}
            />
            <View className="field choice-group">
              <FieldError id="duty-hours">{wrong('dutyHours')}</FieldError>
              <View className="agent-times">
                <Field
                  label="几点上班"
                  kind="time"
                  value={from}
                  onInput={(time) => write({ dutyHours: [time, to] })}
                />
                <Field
                  label="几点下班"
                  kind="time"
                  value={to}
                  onInput={(time) => write({ dutyHours: [from, time] })}
                />
              </View>
            </View>
            <Ticks
              legend="哪几天夜里值守？险情先派给值守的"
              columns={3}
              options={week}
              values={draft.onCallWeekdays}
              onChange={(days) => write({ onCallWeekdays: sorted(days) })}
              error={wrong('onCallWeekdays')}
            />
            <Field
              label="一天最多几件"
              kind="number"
              value={draft.dailyCapacity}
              onInput={(dailyCapacity) => write({ dailyCapacity })}
              error={wrong('dailyCapacity')}
            />
            <Field
              label="其中上门最多几件"
              kind="number"
              value={draft.homeVisitCapacity}
              onInput={(homeVisitCapacity) => write({ homeVisitCapacity })}
              error={wrong('homeVisitCapacity')}
            />
          </>
        }
      />
    </Page>
  );
}

const sorted = (days: readonly string[]) => [...days].sort();
