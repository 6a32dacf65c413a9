import { View } from '@tarojs/components';
import type { BundleRow } from 'contract/models';
import { Faces } from '@/components/faces';
import { Heading } from '@/components/heading';
import { List, ListRow } from '@/components/list-row';
import { byCategory } from '@/format/by-category';
import { useCall } from '@/hooks/use-call';
import { useWhere } from '@/hooks/use-where';
import { go } from '@/routes';

/** 全部事项, under the headings of the catalogue. */
export function Catalogue() {
  const where = useWhere();
  const asked = useCall('catalog.list', where);
  const { data: together } = useCall('catalog.bundles', where);
  return (
    <Faces of={asked}>
      {({ items }) => [
        <Bundles key="bundles" bundles={together?.bundles ?? []} />,
        ...byCategory(items).map(([category, rows]) => (
          <View className="catalogue-part" key={category}>
            <Heading level={3}>{category}</Heading>
            <List>
              {rows.map(({ code, name, summary }) => (
                <ListRow key={code} title={name} note={summary} onPress={() => go.service(code)} />
              ))}
            </List>
          </View>
        )),
      ]}
    </Faces>
  );
}

/** 一件事一次办: what is asked for together. */
export function Bundles({ bundles, text }: { bundles: readonly BundleRow[]; text?: string }) {
  if (bundles.length === 0) return null;
  return (
    <View className="catalogue-part">
      <Heading level={3}>一件事一次办</Heading>
      <List label="一件事一次办">
        {bundles.map(({ code, name, lead }) => (
          <ListRow key={code} icon="all" title={name} note={lead} onPress={() => go.bundle(code, text)} />
        ))}
      </List>
    </View>
  );
}
