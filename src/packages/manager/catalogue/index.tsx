import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ItemState } from 'contract/models';
import { currentTime } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { Page } from '@/components/page';
import { Tag } from '@/components/tag';
import { dayWords } from '@/format/when';
import { byCategory } from '@/format/by-category';
import { useCall } from '@/hooks/use-call';
import { usePullRefresh } from '@/hooks/use-pull-refresh';
import { go } from '@/routes';
import { Desk } from '../parts/desk';
import { Sides } from '../parts/sides';
import { newCode } from '../item/own';
import { named } from './named';
import { Missed } from './missed';
import { Starters } from './starters';
import './catalogue.scss';
import { Frame } from '../parts/frame';

/** 办事目录: every item with its state, what can be begun from the product's own content, and what was searched in vain. */
export default function Catalogue() {
  return (
    <Frame at="catalogue">
      <Page title="办事目录" wide>
        <Desk at="catalogue">{(orgId) => <Office key={orgId} orgId={orgId} />}</Desk>
      </Page>
    </Frame>
  );
}

function Office({ orgId }: { orgId: string }) {
  const asked = useCall('catalog.drafts', {});
  usePullRefresh(asked);
  return (
    <Faces of={asked}>
      {({ items, canPublish }) => (
        <Sides
          first={
            <>
              <Starters known={items} canPublish={canPublish} onStarted={asked.reload} />
              <Button icon="paper" onPress={() => go.managerImport(orgId, 'catalogue')}>
                用表格导入或导出
              </Button>
              <Missed orgId={orgId} items={items} canPublish={canPublish} />
            </>
          }
          second={
            <>
              {items.length > 0 && <Items items={items} />}
              <Button icon="pencil" onPress={() => go.managerItemForm(newCode(items), 'edit')}>
                自己写一项
              </Button>
            </>
          }
        />
      )}
    </Faces>
  );
}

function Items({ items }: { items: readonly ItemState[] }) {
  const [words, setWords] = useState('');
  const found = named(items, words);
  return (
    <View className="catalogue-column">
      <Field label="找一项" hint="按名称" kind="search" value={words} onInput={setWords} />
      <View className="unseen" role="status">
        {words.trim() && (found.length > 0 ? `找到${found.length}项` : '没有找到')}
      </View>
      {found.length === 0 && <Note icon="search" text="没有这个名称的事项，换个字试试。" />}
      {byCategory(found).map(([category, rows]) => (
        <View className="catalogue-column" key={category}>
          <Heading>{category || '还没选类别'}</Heading>
          <List>
            {rows.map((row) => (
              <ListRow
                key={row.code}
                title={row.name || '还没写名称'}
                tag={<StateTag of={row} />}
                note={noteOf(row)}
                onPress={() => go.managerItem(row.code)}
              />
            ))}
          </List>
        </View>
      ))}
    </View>
  );
}

function StateTag({ of: { draft, isStale } }: { of: ItemState }) {
  if (draft) return <Tag tone="progress">有草稿</Tag>;
  return isStale ? <Tag tone="warning">一年没核对</Tag> : null;
}

function noteOf({ version, draft, isStale, locals }: ItemState): string {
  const parts = [
    version > 0 ? `已发布第${version}版` : '还没发布',
    draft && `${draft.by}${dayWords(draft.at, currentTime())}存的草稿`,
    draft && isStale && '一年没核对',
    locals > 0 && `${locals}个单位另有说法`,
  ];
  return parts.filter(Boolean).join('，');
}
