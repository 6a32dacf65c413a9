import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PersonRow } from 'contract/models';
import { Choice } from '@/components/choice';
import { Faces } from '@/components/faces';
import { Place } from '@/components/join/place';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useForm } from '@/hooks/use-form';

interface Draft {
  /** a grid of their community, or `elsewhere` */
  grid?: string;
  orgId?: string;
  orgName?: string;
}

const elsewhere = 'elsewhere';
const toOf = ({ grid, orgId }: Draft) => (grid === elsewhere ? orgId : grid);

/** A resident who moves: to another grid of their community, or to another community, which then says in which grid. */
export function Move({ row, onDone }: { row: PersonRow; onDone(): void }) {
  const home = row.posts.find(({ role }) => role === 'resident');
  const asked = useCall('units.tree', home && { orgId: home.orgId });
  const [gone, setGone] = useState<string>();
  const form = useForm('people.change', {
    key: `person.move.${row.id}`,
    begin: (kept: Partial<Draft>): Draft => kept,
    check: (draft) => ({
      orgId: toOf(draft) ? undefined : draft.grid === elsewhere ? '请选一个社区。' : '请选搬到哪里。',
    }),
    inputOf: (draft) => ({ personId: row.id, orgId: toOf(draft) }),
    beside: ['orgId'],
  });
  const { draft, write, wrong } = form;
  if (gone)
    return (
      <View role="status">
        <Words look="strong">搬到{gone}了，以后那边的社区管。正在办的事还由这里办完。</Words>
      </View>
    );
  const { grid, orgName } = draft;
  return (
    <Faces of={asked}>
      {({ units }) => {
        const grids = units.filter((one) => one.tier === 'grid' && one.closedAt === undefined);
        return (
          <>
            <Choice
              legend="搬到哪里"
              options={[
                ...grids.map(({ id, name, estates }) => ({
                  value: id,
                  label: name,
                  hint: estates.join('、'),
                  disabled: name === row.gridName,
                })),
                { value: elsewhere, label: '别的社区' },
              ]}
              value={grid}
              error={grid === elsewhere ? undefined : wrong('orgId')}
              onChange={(value) => write({ grid: value }, ['orgId'])}
            />
            {grid === elsewhere && (
              <Place
                chosen={draft}
                label="搬到哪个小区、哪个社区？"
                error={wrong('orgId')}
                onChoose={(chosen) => write({ orgId: chosen.orgId, orgName: chosen.orgName }, ['orgId'])}
              />
            )}
            <Words look="muted">正在办的事不跟着走，还由现在的社区办完。门牌在“改登记”里改。</Words>
            <SendBar
              of={form}
              words="搬过去"
              look="plain"
              // Who went to another community may be nobody's to open here any more.
              onDone={() => (grid === elsewhere ? setGone(orgName ?? '别的社区') : onDone())}
            />
          </>
        );
      }}
    </Faces>
  );
}
