import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from 'contract/actions';
import { limits } from 'contract/limits';
import type { UnitNode } from 'contract/models';
import { addDays, dayOf } from 'contract/time';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { DraftFound } from '@/components/draft-found';
import { Field, FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { SendBar } from '@/components/send-bar';
import { Words } from '@/components/words';
import { goToFault, goToPart } from '@/hooks/focus';
import { useDeed } from '@/hooks/use-deed';
import { useForm } from '@/hooks/use-form';
import { Plans } from './plans';
import { Preview } from './preview';
import './regrid.scss';

type Answer = Output<'units.regrid'>;

interface Move {
  grid: string;
  to: string;
  /** how the addresses begin of those who go; empty: all */
  prefix: string;
}

interface Draft {
  from: string;
  moves: Move[];
}

const none: Move = { grid: '', to: '', prefix: '' };

const inputOf = ({ from, moves }: Draft, dryRun: boolean) => ({
  from,
  moves: moves.map(({ prefix, ...move }) => ({ ...move, ...(prefix.trim() && { prefix: prefix.trim() }) })),
  dryRun,
});

function useRegrid(orgId: string) {
  const today = dayOf(currentTime());
  const form = useForm('units.regrid', {
    key: `regrid.${orgId}`,
    begin: (kept: Partial<Draft>): Draft => ({ from: addDays(today, 1), moves: [none], ...kept }),
    check: ({ from, moves }) => ({
      from: from === '' ? '请选从哪天起。' : undefined,
      ...Object.fromEntries(
        moves.flatMap(({ grid, to }, i) => [
          [`moves.${i}.grid`, grid === '' ? '请选从哪个网格搬出。' : undefined],
          [`moves.${i}.to`, to === '' ? '请选搬到哪个网格。' : undefined],
        ]),
      ),
    }),
    inputOf: (draft) => inputOf(draft, false),
    beside: ['from', 'moves'],
  });
  const looked = useDeed('units.regrid');
  const [preview, setPreview] = useState<Answer>();
  return {
    ...form,
    today,
    preview,
    lookBusy: looked.busy,
    other:
      form.other ?? (Object.keys(looked.error?.fields ?? {}).length > 0 ? undefined : looked.error?.message),
    wrong: (field: string) => form.wrong(field) ?? looked.error?.fields[field],
    /** what is written otherwise was not looked at yet */
    write(part: Partial<Draft>, fields: readonly string[]) {
      setPreview(undefined);
      looked.clear();
      form.write(part, fields);
    },
    async look() {
      if (form.lacks()) return;
      const answer = await looked.run(inputOf(form.draft, true));
      setPreview(answer);
      if (answer) goToPart('.regrid-preview');
      else goToFault();
    },
    clear: () => setPreview(undefined),
  };
}

export function RegridForm({ community, grids }: { community: UnitNode; grids: readonly UnitNode[] }) {
  const form = useRegrid(community.id);
  const [done, setDone] = useState<Answer>();
  const { draft, preview, wrong, write } = form;
  const setMove = (at: number, part: Partial<Move>) =>
    write({ moves: draft.moves.map((move, i) => (i === at ? { ...move, ...part } : move)) }, [`moves.${at}`]);
  const finish = (answer: Answer) => {
    form.clear();
    setDone(answer);
    goToPart('.regrid-done');
  };
  return (
    <Page
      title="重划网格"
      bar={
        preview ? (
          <SendBar of={form} words="照这样改" onDone={finish} />
        ) : (
          <>
            <FieldError id="regrid-other">{form.other}</FieldError>
            <Button look="main" busy={form.lookBusy} onPress={() => void form.look()}>
              先看看会怎样
            </Button>
          </>
        )
      }
    >
      <Words look="muted">
        {community.name}哪些住户换网格，从哪天起。在办的件跟着走；办结的和评价，还算在原来的网格。
      </Words>
      <View className="regrid-done" role="status">
        {done && (
          <Words look="strong">
            {done.isPlanned
              ? done.residents > 0
                ? `已经转了${done.residents}位居民，剩下的过几分钟自己转完。`
                : '定好了，到那天自动改。'
              : `改好了：${done.residents}位居民、${done.cases}件在办的转过去了。`}
          </Words>
        )}
      </View>
      <DraftFound of={form} />
      <Field
        label="从哪天起"
        kind="date"
        required
        min={form.today}
        value={draft.from}
        error={wrong('from')}
        onInput={(from) => write({ from }, ['from'])}
      />
      {draft.moves.map((move, i) => (
        <MoveCard
          // A move has no name but its place.
          key={i}
          at={i}
          move={move}
          grids={grids}
          wrong={wrong}
          onChange={(part) => setMove(i, part)}
          onDrop={
            draft.moves.length > 1
              ? () => write({ moves: draft.moves.filter((_, at) => at !== i) }, ['moves'])
              : undefined
          }
        />
      ))}
      {draft.moves.length < limits.gridMoves && (
        <Button icon="pencil" onPress={() => write({ moves: [...draft.moves, none] }, [])}>
          再加一条
        </Button>
      )}
      <View className="regrid-preview">{preview && <Preview of={preview} />}</View>
      <Plans key={done?.id} community={community} grids={grids} />
    </Page>
  );
}

interface MoveProps {
  at: number;
  move: Move;
  grids: readonly UnitNode[];
  wrong(field: string): string | undefined;
  onChange(part: Partial<Move>): void;
  onDrop?(): void;
}

/** 从哪个网格到哪个网格: all who live there, or those whose address begins so. */
function MoveCard({ at, move: { grid, to, prefix }, grids, wrong, onChange, onDrop }: MoveProps) {
  const options = grids.map(({ id, name, estates }) => ({
    value: id,
    label: name,
    hint: estates.join('、'),
  }));
  return (
    <Card title={`第${at + 1}条`}>
      <Choice
        legend="从哪个网格"
        options={options}
        value={grid}
        error={wrong(`moves.${at}.grid`) ?? wrong(`moves.${at}`)}
        onChange={(value) => onChange({ grid: value })}
      />
      <Field
        label="只搬一部分的话，地址开头是"
        hint="比如“灯塔院12号楼”；整个网格都搬就空着"
        max={limits.address}
        value={prefix}
        error={wrong(`moves.${at}.prefix`)}
        onInput={(value) => onChange({ prefix: value })}
      />
      <Choice
        legend="到哪个网格"
        options={options.map((one) => ({ ...one, disabled: one.value === grid }))}
        value={to}
        error={wrong(`moves.${at}.to`)}
        onChange={(value) => onChange({ to: value })}
      />
      {onDrop && (
        <Button inline icon="close" label={`去掉，第${at + 1}条`} onPress={onDrop}>
          去掉
        </Button>
      )}
    </Card>
  );
}
