import { limits } from '../../../contract/limits';
import type { NearbyRow, ReportView, ServiceItem } from '../../../contract/models';
import { type Rejection, reject } from '../../../contract/errors';
import { reportCode } from '../../../contract/report';
import { isOpen } from '../../../contract/states';
import type { CaseDoc, PersonDoc, Report, Unit } from '../documents';
import { ANONYMOUS } from '../mask';

/**
 * 随手报: something that is wrong at a place. It belongs to the place's grid and is dealt with as every case is; who reported it is
 * nobody's business who deals with it, where they asked for that. Rules: docs/decisions/0056.
 */

/** A report as it comes in, with the place's unit. */
export interface Reported extends Omit<Report, 'joined'> {
  unit: Unit;
  gridName?: string;
}

/** The kind that is asked for nearby; `other` where none was chosen. */
export const kindAsked = (subtype: string | undefined): string => subtype ?? 'other';

/** What makes a new case a report: it lies where the place is, and of whoever asked for silence it holds no name and no number. */
export function asReport(kase: CaseDoc, { unit, gridName, ...report }: Reported): CaseDoc {
  const { isAnonymous } = report;
  return {
    ...kase,
    unit,
    gridName,
    report,
    // Its photos and its place are there from the first moment on.
    papers: undefined,
    contact: isAnonymous ? { name: ANONYMOUS, phone: '' } : { ...kase.contact, address: undefined },
    // What would tell whose household it is: by whom it is found, whom they know, who is family.
    ...(isAnonymous && { foundBy: undefined, knownAgentId: undefined, conflicts: [] }),
  };
}

/** Is it said to be of the item that reports are of? Its place is never the home of whoever asks. */
export const isOfReports = ({ code }: Pick<ServiceItem, 'code'>): boolean => code === reportCode;

/**
 * A city with a district of it, as maps and letters write it. What only sounds so is left out: 超市小区, 门市东区.
 * Source of the forms: GB/T 23705, 行政区划 before 街路巷.
 */
const district =
  /(?:^|省|自治区)[\p{Script=Han}]{2,7}(?<![超门城夜菜早集花鱼])市(?!场|民|政)[\p{Script=Han}]{1,7}?(?<![小社校园厂库地街辖景新超门城夜菜早集花鱼])[区县旗市](?!场|民|政)/u;

/** Do the words name a district that is not this one? Words that name none say nothing of it. */
export function isElsewhere(words: string, { name }: { name: string }): boolean {
  return district.test(words.replace(/\s/g, '')) && !words.includes(name);
}

/** The open report that is the very same: kind, words and place, with nothing new to see. */
export function sameReport(
  earlier: readonly CaseDoc[],
  asked: { note: string; photos: readonly string[]; reported: Reported },
): CaseDoc | undefined {
  const { note, photos, reported } = asked;
  return earlier.find(
    ({ state, note: said, report, unit, photos: seen = [] }) =>
      isOpen(state) &&
      said === note &&
      report?.kind === reported.kind &&
      report.landmark === reported.landmark &&
      report.isAnonymous === reported.isAnonymous &&
      unit.community === reported.unit.community &&
      unit.grid === reported.unit.grid &&
      photos.every((photo) => seen.includes(photo)),
  );
}

/** Reports nearby as a neighbour reads them: those of the same grid first, and nothing of who reported them. */
export function nearbyOf(
  cases: readonly CaseDoc[],
  { _id: me }: Pick<PersonDoc, '_id'>,
  grid: string | undefined,
  item: Pick<ServiceItem, 'name' | 'subtypes'>,
): NearbyRow[] {
  const near = (kase: CaseDoc) => grid !== undefined && kase.unit.grid === grid;
  return [...cases.filter(near), ...cases.filter((kase) => !near(kase))]
    .slice(0, limits.nearby)
    .flatMap(({ _id: caseId, report, submittedAt: at, state, residentId }) => {
      if (!report) return [];
      const { kind, landmark, joined = [] } = report;
      const mine = residentId === me ? 'own' : joined.includes(me) ? 'joined' : undefined;
      const what = item.subtypes.find(({ code }) => code === kind)?.name ?? item.name;
      return { caseId, what, landmark, at, state, joined: joined.length, mine };
    });
}

/** The report with this person among those who have met it, too. Errors: NOT_A_REPORT, JOIN_OWN, JOIN_FULL. */
export function joinedBy({ report, residentId }: CaseDoc, personId: string): Report | Rejection {
  if (!report) return reject('NOT_A_REPORT', { caseId: '这件不能点“我也遇到了”。' });
  if (residentId === personId) return reject('JOIN_OWN', { caseId: '这就是您报的。' });
  const { joined = [] } = report;
  if (joined.includes(personId)) return report;
  if (joined.length >= limits.joined)
    return reject('JOIN_FULL', { caseId: `已经有${joined.length}位邻居说了。` });
  return { ...report, joined: [...joined, personId] };
}

/** The report without this person among them. */
export const leftBy = (report: Report, personId: string): Report => ({
  ...report,
  joined: report.joined?.filter((id) => id !== personId),
});

/** Who has met it, too, after two entries of the register became one: nobody twice, and not whose report it is. */
export function joinedOfOne({ report, residentId }: CaseDoc, from: string, into: string): string[] {
  const joined = (report?.joined ?? []).map((id) => (id === from ? into : id));
  return [...new Set(joined)].filter((id) => id !== residentId);
}

/** The same after the two were parted: who had joined before has again; where it was taken back since, neither. */
export function joinedOfTwo(
  { report, residentId }: CaseDoc,
  ...both: { id: string; had: boolean }[]
): string[] {
  const joined = report?.joined ?? [];
  const [from, into] = both.map(({ id }) => id);
  if (into === undefined || !(joined.includes(into) || [from, into].includes(residentId))) return joined;
  const again = both.flatMap(({ id, had }) => (had && id !== residentId ? id : []));
  const stays = joined.filter((id) => !both.some((one) => one.id === id && !one.had));
  return [...new Set([...stays, ...again])];
}

/**
 * What a report looks like: others of the same kind in the same grid have the same. Where kind or grid is not said, those at a place in the same words.
 * It joins nothing: managers see them together.
 */
export function alikeOf({ report, unit }: Pick<CaseDoc, 'report' | 'unit'>): string | undefined {
  if (!report || report.isApart) return undefined;
  const { kind, landmark } = report;
  const isVague = kind === kindAsked(undefined) || unit.grid === undefined;
  const at = isVague ? landmark.replace(/[\s\p{P}]/gu, '') : '';
  return [kind, unit.grid ?? unit.community, at].join(' ');
}

/** The report said to be another than those which it looks like, or like them again. Errors: NOT_A_REPORT. */
export const setApart = ({ report }: CaseDoc, isApart: boolean): Report | Rejection =>
  report ? { ...report, isApart } : reject('NOT_A_REPORT', { caseId: '这件不是随手报。' });

/** Of a case that is a report, as all with a part in it read it. */
export function reportView({ report }: Pick<CaseDoc, 'report'>): ReportView | undefined {
  if (!report) return undefined;
  const { landmark, point, isAnonymous = false, joined = [] } = report;
  return { landmark, point, isAnonymous, joined: joined.length };
}

/** Where it is, in words: 晴川里网格，3号楼东侧路口. */
export const sayWhere = ({ gridName, report }: Pick<CaseDoc, 'gridName' | 'report'>): string =>
  [gridName, report?.landmark].filter(Boolean).join('，');
