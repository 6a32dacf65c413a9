import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import type { RosterRow, Tier } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces, Note } from '@/components/faces';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useIsDesk } from '@/hooks/use-desk';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import { Desk } from '../parts/desk';
import { Frame } from '../parts/frame';
import { AgentTable } from './table';
import { comingLeave, DutyTags, gridWords, hoursWords, leaveWords, loadWords } from './words';
import './roster.scss';

/** 排班: who is there now, whose day is full, who is on leave. */
export default function Roster() {
  return (
    <Frame at="roster">
      <Page title="排班" wide>
        <Desk at="roster">{(orgId, { tier }) => <Unit key={orgId} orgId={orgId} tier={tier} />}</Desk>
      </Page>
    </Frame>
  );
}

function Unit({ orgId, tier }: { orgId: string; tier: Tier }) {
  const asked = useCall('roster.list', { orgId });
  // Above a community a line names the agent's community; its roster is that community's.
  const units = useCall('admin.units', tier === 'community' ? undefined : {});
  usePullRefresh(asked);
  const isDesk = useIsDesk();
  const homeOf = ({ orgName }: RosterRow) =>
    units.data?.units.find((unit) => unit.tier === 'community' && unit.name === orgName)?.id ?? orgId;
  return (
    <>
      {/* At a desk it stands in the menu. */}
      {!isDesk && (
        <List>
          <ListRow icon="clock" title="开门时间" onPress={() => go.managerHours(orgId)} />
        </List>
      )}
      <Faces
        of={asked}
        isEmpty={({ agents }) => agents.length === 0}
        empty={<Note icon="people" text="还没有登记代办员。请联系街道登记。" />}
      >
        {(list) => <Agents list={list} homeOf={homeOf} />}
      </Faces>
      <Button icon="paper" onPress={() => go.managerImport(orgId, 'rosters')}>
        用表格导入或导出
      </Button>
    </>
  );
}

function Agents({ list, homeOf }: { list: Output<'roster.list'>; homeOf(row: RosterRow): string }) {
  const now = currentTime();
  const { agents, grids } = list;
  const open = (row: RosterRow) => go.managerAgent(row.id, homeOf(row));
  const nobody = grids.filter((grid) => !agents.some((one) => one.active && one.gridIds.includes(grid.id)));
  const here = agents.filter((one) => one.isOnDuty).length;
  return (
    <>
      {nobody.length > 0 && (
        <Card tone="warning" icon="warning" title="有网格没人管">
          <Words>{nobody.map((grid) => grid.name).join('、')}</Words>
        </Card>
      )}
      <Words look="strong">
        {agents.length}位代办员，现在在岗{here}位
      </Words>
      <AgentTable list={list} now={now} onOpen={open}>
        <View className="roster">
          {agents.map((row) => {
            const coming = comingLeave(row, now);
            return (
              <List key={row.id}>
                <ListRow
                  title={row.name}
                  tag={<DutyTags row={row} now={now} />}
                  note={
                    <>
                      <View className="roster-load">{loadWords(row)}</View>
                      {coming && <View className="roster-load">{leaveWords(coming, now)}请假</View>}
                      <View>{hoursWords(row)}</View>
                      <View>{gridWords(row, grids)}</View>
                    </>
                  }
                  onPress={() => open(row)}
                />
              </List>
            );
          })}
        </View>
      </AgentTable>
    </>
  );
}
