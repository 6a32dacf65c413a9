import { View } from '@tarojs/components';
import type { ImportState } from 'contract/models';
import { asCallError } from '@/cloud/call-error';
import { fetchFile } from '@/cloud/file';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Lines, Words } from '@/components/words';
import { Rest, useRest } from '../scores/rest';
import { Progress } from './progress';

interface Props {
  state: ImportState;
  /** of the file */
  name: string;
  busy: boolean;
  onWrite(only: 'all' | 'good'): void;
}

/** What was found in a file, then how far its rows have come. */
export function Result({ state, name, busy, onWrite }: Props) {
  if (state.state === 'checked') return <Checked state={state} name={name} busy={busy} onWrite={onWrite} />;
  const { done, rows, added, changed, known, bad } = state;
  if (state.state === 'running')
    return (
      <Card title="正在导入" icon="clock" tone="progress">
        <Progress done={done} of={rows} words={`导了${done}行，一共${rows}行`} />
        {!busy && <Button onPress={() => onWrite('good')}>接着导</Button>}
      </Card>
    );
  return (
    <Card title="导好了" icon="done" tone="ok">
      <View role="status">
        <Words look="large">新导入{added}行。</Words>
        {changed > 0 && <Words>改了{changed}行。</Words>}
        {known > 0 && <Words>有{known}行原来就有，没有改动。</Words>}
        {bad > 0 && <Words>有{bad}行有问题，没有导入。</Words>}
      </View>
      {state.file && (
        <>
          <Words>每个人的6位邀请码在这个表格里，10分钟内能取。把各人的码读给本人，7天有效。</Words>
          <FileButton file={state.file}>取邀请码</FileButton>
        </>
      )}
    </Card>
  );
}

function Checked({ state, name, busy, onWrite }: Props) {
  const { rows, bad, faults, file } = state;
  const good = rows - bad;
  const rest = useRest(faults.map(({ row, column, text }) => `第${row}行，${column}：${text}`));
  return (
    <Card
      title={bad > 0 ? `${bad}行要改` : '都没问题'}
      icon={bad > 0 ? 'warning' : 'done'}
      tone={bad > 0 ? 'warning' : 'ok'}
    >
      <View role="status">
        <Words>
          {name}：一共{rows}行，{good}行没问题{bad > 0 ? `，${bad}行要改` : ''}。
        </Words>
      </View>
      {bad > 0 && (
        <>
          <Lines items={rest.shown} />
          <Rest of={rest} />
          {file && <FileButton file={file}>取标好问题的表格</FileButton>}
          <Words look="muted">每一行的问题写在最后一列。改好存上，再选一次这个文件。</Words>
        </>
      )}
      {good > 0 && (
        <Button look="main" busy={busy} onPress={() => onWrite(bad > 0 ? 'good' : 'all')}>
          {bad > 0 ? `只导入没问题的${good}行` : `导入${rows}行`}
        </Button>
      )}
    </Card>
  );
}

function FileButton({ file, children }: { file: NonNullable<ImportState['file']>; children: string }) {
  const [lost, setLost] = useState<string>();
  const take = async () => {
    setLost(undefined);
    await fetchFile(file).catch((failure: unknown) => setLost(asCallError(failure).message));
  };
  return (
    <>
      <FieldError id="import-taken">{lost}</FieldError>
      <Button icon="paper" onPress={() => void take()}>
        {children}
      </Button>
    </>
  );
}
