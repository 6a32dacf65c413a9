import { View } from '@tarojs/components';
import type { ServiceRow } from 'contract/models';
import { Faces } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { useCall } from '@/hooks/use-call';
import { go } from '@/routes';

/** 全部事项, under the headings of the catalogue. */
export function Catalogue() {
  const asked = useCall('catalog.list', {});
  return (
    <Faces of={asked}>
      {({ items }) =>
        byCategory(items).map(([category, rows]) => (
          <View className="catalogue-part" key={category}>
            <Heading level={3}>{category}</Heading>
            <List>
              {rows.map(({ code, name, summary }) => (
                <ListRow key={code} title={name} note={summary} onPress={() => go.service(code)} />
              ))}
            </List>
          </View>
        ))
      }
    </Faces>
  );
}

function byCategory(items: readonly ServiceRow[]): [string, ServiceRow[]][] {
  const groups = new Map<string, ServiceRow[]>();
  for (const item of items) groups.set(item.category, [...(groups.get(item.category) ?? []), item]);
  return [...groups];
}
