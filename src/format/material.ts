import type { ServiceItem } from 'contract/models';
import { workingDays } from 'contract/promise';
import { materialSources } from 'contract/words';

/** A line for when it is needed, one for what and where from, one for the rest. */
export function hintOf(material: ServiceItem['materials'][number]): string {
  const { original, copies, when, source, electronicLicence, mayFollowDays, note } = material;
  const forms = [original && '原件', copies > 0 && `复印件${copies}份`].filter(Boolean).join('和');
  const what = [forms, materialSources[source], electronicLicence && '电子证照也行']
    .filter(Boolean)
    .join(' · ');
  const follows = mayFollowDays !== undefined && `可以后补：${workingDays(mayFollowDays)}里补上（容缺）`;
  return [when, what, follows, note].filter(Boolean).join('\n');
}
