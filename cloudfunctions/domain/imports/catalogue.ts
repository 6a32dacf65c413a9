import * as v from 'valibot';
import { blankItem } from '../../../contract/blank-item';
import { limits } from '../../../contract/limits';
import { type ServiceItem, serviceDraft } from '../../../contract/models';
import { OF_CATALOGUE, materialSources, modes } from '../../../contract/words';
import { type CatalogueColumn, columnOf } from './catalogue-columns';
import { type Cells, type Read, Reader } from './column';
import { actors, asNumber, fields, strange, tiers } from './item-cells';
import { isSame } from './mark';

/** What may be chosen: column → words. What is a part of a line alone has no column, and so no dropdown. */
export const catalogueLists: Readonly<Record<string, readonly string[]>> = {
  类别: OF_CATALOGUE,
  材料从哪里来: Object.values(materialSources),
  哪一级办: Object.values(tiers),
  谁来做: Object.values(actors),
  怎么办: Object.values(modes),
};

export interface CatalogueRow {
  item: ServiceItem;
  /** how often the draft had been saved that the row was read against */
  rev: number;
  isChanged: boolean;
}

/** An item as the office sees it: its draft, else what is published. */
export interface Shown {
  item: ServiceItem;
  rev: number;
}

/** `known`: what is there, by its code. A row changes of it what its cells say. */
export function catalogueRowOf(cells: Cells, known: ReadonlyMap<string, Shown>): Read<CatalogueRow> {
  const reader = new Reader(cells);
  const code = reader.read('编号', serviceDraft.entries.code);
  if (code === undefined) return { faults: reader.faults };
  const shown = known.get(code);
  const { item: before, rev } = shown ?? { item: blankItem(code), rev: 0 };
  if (!shown && reader.text('名称') === '') reader.wrong('名称', '目录里没有这个编号。新事项请填名称。');
  const said = Object.entries(fields).flatMap(([column, field]) => {
    const value = reader.text(column);
    // What stands there as it was said is as it was: an item may hold words that this table does not know.
    if (value === '' || (shown && value === field.say(before))) return [];
    const taken = field.take(value);
    return (
      taken ?? reader.wrong(column, strange[column as CatalogueColumn] ?? '这一格不对，请照模板改好。') ?? []
    );
  });
  const item: ServiceItem = Object.assign({}, before, ...said, { fee: feeIn(reader, before.fee) });
  // A cell has no room for a picture: a paper that keeps its name keeps its own.
  item.materials = item.materials.map((one) => {
    const { picture } = before.materials.find(({ name }) => name === one.name) ?? {};
    return picture === undefined ? one : { ...one, picture };
  });
  if (reader.faults.length > 0) return { faults: reader.faults };
  const checked = v.safeParse(serviceDraft, item);
  for (const { path, message } of checked.issues ?? [])
    reader.wrong(columnOf[String(path?.[0]?.key)] ?? '编号', message);
  if (reader.faults.length > 0 || !checked.success) return { faults: reader.faults };
  return { row: { item: checked.output, rev, isChanged: !shown || !isSame(checked.output, before) } };
}

export const catalogueKey = ({ item }: CatalogueRow): string => item.code;

/** More items than a catalogue may have. */
export const tooMany = `目录最多${limits.items}项，请先并掉几项。`;

function feeIn(reader: Reader, before: ServiceItem['fee']): ServiceItem['fee'] {
  const text = reader.text('收多少钱');
  const amount = text === '' ? before.amount : asNumber(text);
  if (amount === undefined) reader.wrong('收多少钱', '金额要写成数字，比如 5 或 5.50。');
  return { amount: amount ?? 0, note: reader.text('收费说明') || before.note };
}

/** An item as it is filled in. */
export const catalogueCells = (item: ServiceItem): Cells => ({
  ...Object.fromEntries(Object.entries(fields).map(([column, field]) => [column, field.say(item)])),
  编号: item.code,
  收多少钱: String(item.fee.amount),
  收费说明: item.fee.note,
});
