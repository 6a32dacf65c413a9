import type { OrgDoc, PolicyDoc } from '../domain/documents';
import { type Assessment, assessmentOf, pageOfAssessment } from '../domain/privacy/assessment';
import { sha256 } from '../domain/sha256';
import { dayOf } from '../../contract/time';
import { org, keepingOf, policyFor, serviceItems } from './reference';
import { get, put, transact } from './store';
import { upload } from './storage';

/** 个人信息保护影响评估 of a district: made from what is configured, and kept by its day. */

/** Three years at least (个人信息保护法 56), whatever leap days lie between. */
const KEPT_MS = 1096 * 86_400_000;
/** As many as are listed: more often than that nobody changes what is configured in three years. */
const LISTED = 200;

export type Assessed = NonNullable<PolicyDoc['assessments']>[number];

const digestOf = (made: Assessment): string => sha256(JSON.stringify(made)).toString('hex').slice(0, 24);

/** What it says as things stand, and by what it differs from others. */
export async function assessmentNow(district: OrgDoc): Promise<{ made: Assessment; digest: string }> {
  const [keeping, policy, items] = await Promise.all([
    keepingOf(district._id),
    policyFor(district.unit),
    serviceItems(),
  ]);
  const withPapers = items.filter(({ materials }) => materials.length > 0).length;
  const made = assessmentOf({
    district: district.name,
    keeping,
    items,
    photoDays: policy.values.photoDays,
    withPapers,
  });
  return { made, digest: digestOf(made) };
}

/** Those that are kept, the newest first. */
export async function assessedIn(districtId: string, now: number): Promise<Assessed[]> {
  const { assessments = [] } = (await get('policies', districtId)) ?? {};
  return assessments.filter(({ at }) => at + KEPT_MS > now);
}

/** The newest where it still says how things stand; else one more is made and kept. */
export async function assess(districtId: string, by: string, now: number): Promise<Assessed | undefined> {
  const district = await org(districtId);
  if (!district) return undefined;
  const [{ made, digest }, [newest]] = await Promise.all([
    assessmentNow(district),
    assessedIn(districtId, now),
  ]);
  if (newest?.digest === digest) return newest;
  const id = sha256(`assess\n${districtId}\n${digest}\n${now}`).toString('hex').slice(0, 24);
  const name = `个人信息保护影响评估-${dayOf(now)}.html`;
  const fileId = await upload(`exports/${districtId}/${id}/assessment.html`, [
    Buffer.from(pageOfAssessment(made, now)),
  ]);
  const deleteAt = now + KEPT_MS;
  // First by when the file goes: a run that dies between leaves none for ever.
  await put('exports', {
    _id: `assess:${id}`,
    at: now,
    by,
    orgId: districtId,
    table: 'assessment',
    name,
    rows: made.parts.length,
    fileId,
    deleteAt,
  });
  const entry: Assessed = { id, at: now, by, digest, fileId, name };
  return transact(async (tx) => {
    const before = await tx.get('policies', districtId);
    const kept = (before?.assessments ?? []).filter(({ at }) => at + KEPT_MS > now);
    // Another made it meanwhile.
    if (kept[0]?.digest === digest) return kept[0];
    const assessments = [entry, ...kept].slice(0, LISTED);
    if (before) await tx.update('policies', districtId, { assessments });
    else await tx.add('policies', { _id: districtId, version: 0, own: {}, history: [], assessments });
    return entry;
  });
}
