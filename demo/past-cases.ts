import catalogue from '../config/content/services.zh.json';
import type { AgentDoc, CaseDoc, OrgDoc, ReviewDoc } from '../cloudfunctions/domain/documents';
import { daysOf } from '../cloudfunctions/domain/figures/rollup';
import { instantOf } from '../contract/time';
import { type Channel, type Level, type Mode, channels, levels, modes, tagsFor } from '../contract/words';

/** Cases that are over, as the database would hold them: a history for tests, for the bench and for pictures. */
export interface Past {
  kase: CaseDoc;
  review?: ReviewDoc;
}

const HOUR = 3_600_000;
const items = catalogue.items;
const modeList = Object.keys(modes) as Mode[];
const channelList = Object.keys(channels) as Channel[];
const levelList = Object.keys(levels) as Level[];
/** Of ten ratings, best first. */
const ratings = [0, 0, 0, 0, 0, 1, 1, 1, 2, 3].map((i) => levelList[i] ?? 'satisfied');

/**
 * `count` cases of a community that were asked for and ended on one day; the same arguments give the same cases. Of ten, one is
 * terminated, one late, one opened again; six are rated, most of them well, every tenth rating is 代录.
 */
export function pastDay(
  community: OrgDoc,
  grids: readonly OrgDoc[],
  agents: readonly AgentDoc[],
  day: string,
  count: number,
): Past[] {
  const start = instantOf(day, '08:30');
  const salt = [...`${community._id}${day}`].reduce(
    (sum, char) => (sum * 31 + char.charCodeAt(0)) % 65_536,
    7,
  );
  return Array.from({ length: count }, (_, i): Past => {
    const n = salt + i;
    const item = items[n % items.length];
    const grid = grids[n % grids.length];
    const agent = agents[n % agents.length];
    if (!item || !grid || !agent) throw new Error('a community without items, grids or agents');
    const submittedAt = start + (i % 6) * HOUR;
    const endedAt = submittedAt + 2 * HOUR;
    const isTerminated = n % 10 === 3;
    const isLate = n % 10 === 4;
    const _id = `past-${community._id}-${day}-${i}`;
    const no = `${String(salt).padStart(5, '0')}${day.replaceAll('-', '')}${i}`;
    const level =
      isTerminated || n % 10 < 3 ? undefined : n % 23 === 0 ? 'very-dissatisfied' : ratings[(n >> 3) % 10];
    const headline = n % 11 !== 0;
    const clock = {
      startedAt: submittedAt,
      warnAt: endedAt,
      dueAt: isLate ? endedAt - 1 : endedAt + HOUR,
      stoppedAt: endedAt,
    };
    const kase: CaseDoc = {
      _id,
      rev: 5,
      no,
      state: isTerminated ? 'terminated' : 'completed',
      nth: 1,
      requestId: _id,
      serviceCode: item.code,
      serviceName: item.name,
      category: item.category,
      mode: modeList[n % modeList.length] ?? 'counter',
      channel: channelList[(n >> 2) % channelList.length] ?? 'self',
      note: '',
      residentId: `past-${_id}`,
      contact: { name: '张三丰', phone: '13900000000' },
      unit: grid.unit,
      gridName: grid.name,
      submittedAt,
      dueAt: clock.dueAt,
      redAt: 8e15,
      completedAt: isTerminated ? undefined : endedAt,
      completedMonth: isTerminated ? undefined : day.slice(0, 7),
      respondedAt: submittedAt + HOUR / 2,
      endedAt,
      endedLate: isLate,
      reopened: n % 10 === 5 ? 1 : undefined,
      reopenedAt: n % 10 === 5 ? endedAt - HOUR : undefined,
      assignment: {
        agentId: agent._id,
        agentName: agent.name,
        agentPhone: agent.phone,
        offeredAt: submittedAt,
      },
      candidates: [],
      passedBy: [],
      conflicts: [],
      handovers: 0,
      terms: {} as CaseDoc['terms'],
      clocks: {
        response: { ...clock, dueAt: submittedAt + HOUR, stoppedAt: submittedAt + HOUR / 2 },
        completion: clock,
      },
      pauses: [],
      steps: [],
      escalations: [],
      whistles: [],
      whistledTo: {},
      reviewLevel: level,
      reviewHeadline: level && headline,
      agentIds: [agent._id],
      touchedAt: endedAt,
      countedOn: [],
      events: [],
      outbox: [],
    };
    kase.countedOn = [...new Set(daysOf(kase))];
    return level === undefined ? { kase } : { kase, review: reviewOf(kase, level, headline, agent, endedAt) };
  });
}

function reviewOf(kase: CaseDoc, level: Level, headline: boolean, agent: AgentDoc, at: number): ReviewDoc {
  const { _id, no, serviceCode, serviceName, unit, residentId } = kase;
  const tags = tagsFor[level].slice(0, 2);
  return {
    ...{ _id, no, serviceCode, serviceName, unit, residentId, level, tags, at, headline },
    agentId: agent._id,
    agentName: agent.name,
    bad: level === 'dissatisfied' || level === 'very-dissatisfied',
    photos: [],
    channel: headline ? 'self' : 'staff',
    checks: 0,
  };
}
