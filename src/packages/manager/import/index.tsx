import { useState } from 'react';
import { type ImportTable, importTables } from 'contract/imports';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Faces } from '@/components/faces';
import { FieldError } from '@/components/field';
import { Page } from '@/components/page';
import { Taken } from '@/components/taken';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';
import { useQuery } from '@/hooks/use-query';
import { useSession } from '@/hooks/use-session';
import { useTake } from '@/hooks/use-take';
import { Frame } from '../parts/frame';
import { Sides } from '../parts/sides';
import './import.scss';
import { Recent } from './recent';
import { Result } from './result';
import { useImport } from './use-import';

const tables = Object.keys(importTables) as ImportTable[];

/** Where in the desk's menu a manager came from. */
const places: Partial<Record<ImportTable, 'units' | 'roster' | 'catalogue'>> = {
  units: 'units',
  rosters: 'roster',
  catalogue: 'catalogue',
};

/** What becomes of what is there already. */
const whatStays: Record<ImportTable, string> = {
  units: '名称对得上的照表改，空着的格子不改。',
  residents: '已经登记过的不会改动，电话是星号的照原样。',
  staff: '已经在岗或者已经邀请过的不会改动，电话是星号的照原样。',
  rosters: '只改已经在岗的代办员，空着的格子不改。',
  catalogue: '每一行存成一份草稿，居民看不到；到办事目录里看过再发布。',
};

/** 用表格导入: the sheet to fill in or to change, what is wrong in it, its rows into the register, and back out again. `?table=` which. */
export default function Import() {
  const { org = '', table } = useQuery();
  const begin = tables.find((one) => one === table);
  const session = useSession();
  return (
    <Frame at={(begin && places[begin]) ?? 'people'}>
      <Page title="用表格导入" wide>
        <Faces of={session}>{({ person }) => <Ways orgId={org} personId={person.id} begin={begin} />}</Faces>
      </Page>
    </Frame>
  );
}

interface Props {
  orgId: string;
  personId: string;
  /** the table that the manager comes for */
  begin?: ImportTable;
}

function Ways({ orgId, personId, begin = 'residents' }: Props) {
  const [table, setTable] = useState<ImportTable>(begin);
  const recent = useCall('imports.recent', { orgId });
  const file = useImport(personId, { orgId, table }, recent.reload);
  const take = useTake(useDeed('imports.template'));
  return (
    <Sides
      first={
        <>
          <Choice
            legend="导入什么？"
            columns={2}
            options={tables.map((one) => ({ value: one, label: importTables[one] }))}
            value={table}
            onChange={(one) => {
              setTable(one);
              file.forget();
            }}
          />
          <Card title="第一步：填表" icon="paper">
            <Words>取一份模板，照“怎么填”那一页填。电话、编号都按文字填，不会变样。</Words>
            <Button icon="paper" busy={take.busy} onPress={() => void take.run({ table, orgId })}>
              取{importTables[table]}模板
            </Button>
            <Button
              icon="paper"
              busy={take.busy}
              onPress={() => void take.run({ table, orgId, filled: true })}
            >
              取现在的{importTables[table]}，改好再导入
            </Button>
            <Taken of={take} />
          </Card>
          <Card title="第二步：选文件" icon="search">
            <Words>选好了先检查一遍，不会马上导入。{whatStays[table]}</Words>
            <Button
              look={file.state ? 'plain' : 'main'}
              icon="send"
              busy={file.busy && !file.state}
              disabled={file.busy}
              onPress={() => void file.choose()}
            >
              {file.sheet ? '换一个文件' : '选填好的表格'}
            </Button>
            <FieldError id="import-file">
              {file.error && [file.error.message, ...Object.values(file.error.fields)].join('')}
            </FieldError>
          </Card>
          {file.state && file.sheet && (
            <Result
              state={file.state}
              name={file.sheet.name}
              busy={file.busy}
              onWrite={(only) => void file.write(only)}
            />
          )}
        </>
      }
      second={<Recent of={recent} />}
    />
  );
}
