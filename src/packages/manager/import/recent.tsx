import { useState } from 'react';
import type { Output } from 'contract/actions';
import { importTables } from 'contract/imports';
import type { ImportState } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Heading } from '@/components/heading';
import { Lines, Words } from '@/components/words';
import { whenWords } from '@/format/when';
import type { Asked } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';

/** What was imported for this unit lately, each with its way back. */
export function Recent({ of: asked }: { of: Asked<Output<'imports.recent'>> }) {
  return (
    <>
      <Heading>最近导入的</Heading>
      <Faces
        of={asked}
        isEmpty={({ imports }) => imports.length === 0}
        empty={<Words look="muted">还没有用表格导入过。</Words>}
      >
        {({ imports }) => (
          <>
            {imports.map((one) => (
              <Once key={one.importId} once={one} onUndone={asked.reload} />
            ))}
          </>
        )}
      </Faces>
    </>
  );
}

function Once({ once, onUndone }: { once: ImportState; onUndone(): void }) {
  const { importId, table, at, by, undoUntil } = once;
  const { run, busy, error } = useDeed('imports.undo', onUndone);
  const [isGoing, setIsGoing] = useState(false);
  const now = currentTime();
  const undo = async () => {
    setIsGoing(true);
    let next: ImportState | undefined;
    do next = await run({ importId });
    while (next?.state === 'undoing');
    setIsGoing(false);
    if (next) onUndone();
  };
  const isOpen = once.state === 'running' || once.state === 'undoing';
  return (
    <Card title={`${importTables[table]}，${whenWords(at, now)}`}>
      <Words>{sayState(once)}</Words>
      <Words look="muted">
        {by}导入的
        {undoUntil !== undefined && now < undoUntil && `，${whenWords(undoUntil, now)}以前可以撤回`}
      </Words>
      {once.keptCount > 0 && (
        <>
          <Words>{once.keptCount}行后来有人动过，没有撤：</Words>
          <Lines items={once.kept.map(({ name, why }) => `${name}，${why}`)} />
        </>
      )}
      <FieldError id={`undo-${importId}`}>{error?.fields.importId ?? error?.message}</FieldError>
      {(isOpen || (undoUntil !== undefined && now < undoUntil)) && (
        <Button
          inline
          icon="undo"
          busy={busy || isGoing}
          label={`撤回${whenWords(at, now)}导入的${importTables[table]}`}
          onPress={() => void undo()}
        >
          {once.state === 'undoing' ? '接着撤回' : '撤回'}
        </Button>
      )}
    </Card>
  );
}

function sayState({ state, rows, done, added, changed, known, bad, removed }: ImportState): string {
  if (state === 'undone') return `撤回了${removed}行。`;
  if (state === 'undoing') return `撤回到一半，已经撤了${removed}行。`;
  if (state === 'running') return `导到一半：${rows}行里导了${done}行。要接着导，请再选一次这个文件。`;
  const rest = [
    changed > 0 && `改了${changed}行`,
    known > 0 && `${known}行原来就有`,
    bad > 0 && `${bad}行有问题没有导入`,
  ].filter(Boolean);
  return [`新导入${added}行`, ...rest].join('，') + '。';
}
