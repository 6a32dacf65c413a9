import content from '../../../config/content/bundles.zh.json';
import type { BundlePart, BundleRow, BundleView, ServiceItem } from '../../../contract/models';
import type { Mode } from '../../../contract/words';
import { localAt, withLocal } from '../catalog/local';
import type { ServiceDoc, Unit } from '../documents';
import { papersOf } from '../case/papers';

/**
 * 一件事, as config/content/bundles.zh.json has it: which items, in which order, and which of them needs whose result. What an item says is the
 * catalogue's, with its versions.
 */
export interface Bundle extends BundleRow, Pick<BundleView, 'about' | 'besides'> {
  parts: { code: string; subtype?: string; needs: string[] }[];
}

/** Content of the product, which goes with its version. */
export const bundles = content.bundles as Bundle[];

export const bundleOf = (code: string): Bundle | undefined => bundles.find((one) => one.code === code);

export const rowOfBundle = ({ code, name, tone, lead }: Bundle): BundleRow => ({ code, name, tone, lead });

/** A bundle as it is done at a place. `ask`: whom to call about the rest. */
export function bundleAt(
  bundle: Bundle,
  items: readonly ServiceDoc[],
  unit: Unit | undefined,
  ask: BundleView['ask'],
): BundleView {
  const here = bundle.parts.flatMap(({ code, subtype, needs }) => {
    const doc = items.find((item) => item.code === code);
    if (!doc) return [];
    const local = localAt(doc, unit);
    const item = withLocal(doc, local);
    return { item, part: partOf(item, subtype, needs, local.offered !== false) };
  });
  const { about, besides } = bundle;
  return {
    ...rowOfBundle(bundle),
    about,
    besides,
    ask,
    parts: here.map(({ part }) => part),
    papers: papersAmong(here.filter(({ part }) => part.isHere).map(({ item }) => item)),
  };
}

function partOf(
  item: ServiceItem,
  subtype: string | undefined,
  needs: string[],
  isHere: boolean,
): BundlePart {
  const { code, promisedWorkingDays } = item;
  // Of a death it is not told at which age a pension begins.
  const summary = item.subtypes.find((one) => one.code === subtype)?.note || item.summary;
  const modes = item.modes.filter((mode) => mode !== 'appointment');
  return {
    code,
    subtype,
    name: nameOfPart(item, subtype),
    summary,
    modes,
    promisedWorkingDays,
    needs,
    isHere,
  };
}

/** What a part is called: by the kind of the item that it asks for, 新生儿落户 rather than 户口迁移. */
function nameOfPart({ name, subtypes }: ServiceItem, subtype: string | undefined): string {
  const kind = subtypes.find(({ code }) => code === subtype)?.name;
  return kind === undefined ? name : `${name}：${kind}`;
}

function papersAmong(items: readonly ServiceItem[]): BundleView['papers'] {
  const all = items.flatMap((item) => (papersOf(item) ?? []).map((paper) => ({ paper, code: item.code })));
  return [...new Set(all.map(({ paper }) => paper.name))].map((name) => {
    const those = all.filter(({ paper }) => paper.name === name);
    return {
      name,
      of: those.map(({ code }) => code),
      required: those.some(({ paper }) => paper.required),
    };
  });
}

/** How a part is handled: as was wished, where its item is done so. */
export const modeFor = ({ modes }: Pick<ServiceItem, 'modes'>, wished: Mode): Mode =>
  [wished, 'online' as const, 'counter' as const].find((mode) => modes.includes(mode)) ?? wished;
