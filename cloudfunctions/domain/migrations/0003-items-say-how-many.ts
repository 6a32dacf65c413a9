import content from '../../../config/content/services.zh.json';
import type { ServiceItem } from '../../../contract/models';
import type { ServiceDoc } from '../documents';
import type { Migration } from './migration';

type Said = Pick<ServiceItem, 'openAtOnce' | 'example'>;
const own = new Map((content.items as (Said & { code: string })[]).map((item) => [item.code, item]));

/**
 * Until 2026-11-25 an item did not say how many cases of it a resident may have open, and all had the disability certificate
 * for an example. The product's own items know; of others one at a time is the careful answer, until they are looked at.
 */
export const itemsSayHowMany: Migration<ServiceDoc> = {
  in: 'services',
  reads: ['version'],
  change(item) {
    // They are of every item since: what an older document has of them is not known to the type.
    const { openAtOnce, example } = item as Partial<Said>;
    if (openAtOnce !== undefined && example !== undefined) return undefined;
    const known = own.get(item.code);
    return {
      openAtOnce: openAtOnce ?? known?.openAtOnce ?? 'one',
      example: example ?? known?.example ?? { note: `想办${item.name}`, result: `${item.name}办好了` },
    };
  },
  back: 'The version before gives an item as it stands, and its pages do not read these.',
};
