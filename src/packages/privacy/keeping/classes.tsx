import { View } from '@tarojs/components';
import { useState } from 'react';
import { type SetShelf, classesFor } from 'contract/keeping';
import { type ArchiveClass, archiveClasses } from 'contract/kept';
import type { KeepingView } from 'contract/models/keeping';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Fold } from '@/components/fold';
import { Words } from '@/components/words';
import type { useForm } from '@/hooks/use-form';
import './classes.scss';

export interface Draft {
  days: Record<SetShelf, string>;
  archive: Record<string, ArchiveClass>;
  /** items that were chosen to have a class of their own, by code; `same`: they have their category's after all */
  items: Record<string, ArchiveClass | 'same'>;
}
type Item = KeepingView['items'][number];

interface Props {
  of: Pick<KeepingView, 'archive' | 'items'>;
  form: Pick<ReturnType<typeof useForm<'privacy.setKeeping', Draft>>, 'draft' | 'write' | 'wrong'>;
}

/** How many years cases are kept: the archive's class by category, and of single items that have one of their own. */
export function Classes({ of: { archive, items }, form: { draft, write, wrong } }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  /** the category of which one more item is being chosen */
  const [adding, setAdding] = useState<string>();
  const setItem = (code: string, name: ArchiveClass | 'same') =>
    write({ items: { ...draft.items, [code]: name } }, [`items.${code}`]);
  const hasOwn = ({ code }: Item) => draft.items[code] !== undefined;
  const own = (item: Item) => (
    <View key={item.code} className="keeping-own">
      <Choice
        legend={item.category ? `其中“${item.name}”` : `目录里没有了的“${item.name}”`}
        columns={3}
        value={draft.items[item.code]}
        error={wrong(`items.${item.code}`)}
        options={[
          ...mayHave(item).map((value) => ({ value, label: archiveClasses[value].name })),
          { value: 'same', label: '跟这一类一样' },
        ]}
        onChange={(name) => setItem(item.code, name)}
      />
    </View>
  );
  return (
    <Fold
      title="办件留多少年（档案保管期限）"
      open={isOpen || wrong('archive', 'items') !== undefined}
      onFlip={setIsOpen}
    >
      {() => (
        <>
          <Words look="muted">
            按DA/T 85。区档案馆要求留得更久的，可以加一档。一类里只有一项不一样，就单独定那一项。
          </Words>
          {archive.map(({ category }) => {
            const among = items.filter((item) => item.category === category);
            const rest = among.filter((item) => !hasOwn(item));
            return (
              <View key={category} className="keeping-class">
                <Choice<ArchiveClass>
                  legend={category}
                  columns={3}
                  value={draft.archive[category]}
                  error={wrong(`archive.${category}`)}
                  options={classesFor(category).map((value) => ({
                    value,
                    label: archiveClasses[value].name,
                  }))}
                  onChange={(name) =>
                    write({ archive: { ...draft.archive, [category]: name } }, [`archive.${category}`])
                  }
                />
                {among.filter(hasOwn).map(own)}
                {among.length > 1 && rest.length > 0 && (
                  <View>
                    <Button
                      look="quiet"
                      inline
                      label={`单独定一项，${category}`}
                      expanded={adding === category}
                      onPress={() => setAdding(adding === category ? undefined : category)}
                    >
                      单独定一项
                    </Button>
                  </View>
                )}
                {adding === category && (
                  <Choice
                    legend="哪一项单独定？"
                    options={rest.map(({ code, name }) => ({ value: code, label: name }))}
                    onChange={(code) => {
                      setItem(code, 'same');
                      setAdding(undefined);
                    }}
                  />
                )}
              </View>
            );
          })}
          {items.filter((item) => item.category === '' && hasOwn(item)).map(own)}
        </>
      )}
    </Fold>
  );
}

/** What its category may have; one that has left it may keep what it has, too. */
function mayHave({ category, class: has }: Item): ArchiveClass[] {
  const may = category ? classesFor(category) : [];
  return has === undefined || may.includes(has) ? may : [...may, has];
}
