import { View } from '@tarojs/components';
import { useState } from 'react';
import { spokenNo } from 'contract/case-no';
import type { CaseRow } from 'contract/models';
import { Button } from '@/components/button';
import { FieldError } from '@/components/field';
import { Fold } from '@/components/fold';
import { List } from '@/components/list-row';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';
import { BoardRow } from './row';

interface Props {
  groups: readonly CaseRow[][];
  now: number;
  reload(): void;
}

/** 像是同一件: the same report by several within an hour is one line, opened to its cases; any of them can be taken out. */
export function Alike({ groups, now, reload }: Props) {
  const [taken, setTaken] = useState<CaseRow>();
  const apart = useDeed('cases.apart', reload);
  const alike = useDeed('cases.alike', reload);
  async function take(row: CaseRow) {
    if (!(await apart.run({ caseId: row.caseId }))) return;
    setTaken(row);
    reload();
  }
  async function putBack({ caseId }: CaseRow) {
    if (!(await alike.run({ caseId }))) return;
    setTaken(undefined);
    reload();
  }
  return (
    <>
      <FieldError id="alike-error">{(apart.error ?? alike.error)?.message}</FieldError>
      <View role="status">
        {taken && (
          <>
            <Words>编号{spokenNo(taken.no)}拿出来了，单独列着。</Words>
            <Button inline icon="undo" busy={alike.busy} onPress={() => void putBack(taken)}>
              放回去
            </Button>
          </>
        )}
      </View>
      {groups.map((rows) => {
        const [first] = rows;
        if (!first) return null;
        return (
          <Fold
            key={`${first.alike} ${first.submittedAt}`}
            title={`像是同一件，${rows.length}人报了：${first.place ?? first.serviceName}`}
          >
            {() => (
              <>
                <Words look="muted">
                  一小时内报的，同一样事、同一个地方。各是各的件，都要答复；不是一回事的拿出来。
                </Words>
                {rows.map((row) => (
                  <View key={row.caseId}>
                    <List>
                      <BoardRow row={row} now={now} />
                    </List>
                    <Button
                      inline
                      busy={apart.busy}
                      label={`不是一回事，拿出来：编号${spokenNo(row.no)}`}
                      onPress={() => void take(row)}
                    >
                      不是一回事，拿出来
                    </Button>
                  </View>
                ))}
              </>
            )}
          </Fold>
        );
      })}
    </>
  );
}
