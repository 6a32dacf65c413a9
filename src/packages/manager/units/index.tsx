import { View } from '@tarojs/components';
import type { UnitNode } from 'contract/models';
import { tierNames } from 'contract/words';
import { Faces, Note } from '@/components/faces';
import { Button } from '@/components/button';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Tag } from '@/components/tag';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import { Desk } from '../parts/desk';
import './units.scss';
import { Frame } from '../parts/frame';

/** 单位: the tree below the manager's own unit; each node leads to what it is called, where it is and how it is reached. */
export default function Units() {
  return (
    <Frame at="units">
      <Page title="单位" wide>
        <Desk at="units">{(orgId) => <Tree key={orgId} orgId={orgId} />}</Desk>
      </Page>
    </Frame>
  );
}

function Tree({ orgId }: { orgId: string }) {
  const asked = useCall('units.tree', { orgId });
  usePullRefresh(asked);
  return (
    <>
      <List>
        <ListRow
          icon="done"
          title="开张还缺什么"
          note="缺的一样一样列出来，点了就去补"
          onPress={go.managerSetup}
        />
      </List>
      <Faces
        of={asked}
        isEmpty={({ units }) => units.length === 0}
        empty={<Note icon="station" text="还没有单位。" />}
      >
        {({ units }) => (
          <View className="units">
            {units.map((unit) => (
              <View key={unit.id} className={`units-row units-${unit.tier}`}>
                <List>
                  <ListRow
                    title={unit.name}
                    tag={unit.closedAt !== undefined && <Tag>已关</Tag>}
                    note={noteOf(unit)}
                    onPress={() => go.managerUnit(unit.id, unit.tier === 'grid' ? unit.above : undefined)}
                  />
                </List>
              </View>
            ))}
          </View>
        )}
      </Faces>
      <Button icon="pencil" onPress={() => go.managerNewUnit(orgId)}>
        加一个下级单位
      </Button>
      <Button icon="paper" onPress={() => go.managerImport(orgId, 'units')}>
        用表格导入或导出
      </Button>
    </>
  );
}

function noteOf({ tier, managers, agents, grids, estates }: UnitNode): string {
  const who = managers.map(({ name }) => name).join('、');
  const parts = [
    tierNames[tier],
    tier === 'grid' ? estates.join('、') : who ? `管理员${who}` : '还没有管理员',
    tier === 'grid' || agents > 0 ? `${agents}位代办员` : '还没有代办员',
    tier === 'grid' ? '' : `${grids}个网格`,
  ];
  return parts.filter(Boolean).join('，');
}
