import { View } from '@tarojs/components';
import { Faces } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { byCategory } from '@/format/by-category';
import { useCall } from '@/hooks/use-call';
import { useWhere } from '@/hooks/use-where';
import { go } from '@/routes';

/** 全部事项, under the headings of the catalogue. */
export function Catalogue() {
  const asked = useCall('catalog.list', useWhere());
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
