import type { Cloud } from './cloud';

const HOUR_MS = 3_600_000;
const PAGE = 100;
/** Enough to say what is wrong; a thousand lines more would say the same. */
const PAGES = 10;

/** `--logs`: the errors of the last hour, counted by function, action and code. A log line holds ids and codes only (kit/log.ts). */
export async function logs(cloud: Cloud): Promise<void> {
  const { say, now } = cloud.world;
  const counts = new Map<string, { count: number; last: string }>();
  let context: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { LogResults } = await cloud.read('SearchClsLog', (app) =>
      app.log.searchClsLog({
        // `error` stands in a line only where something broke.
        queryString: 'error AND requestId',
        StartTime: shanghai(now() - HOUR_MS),
        EndTime: shanghai(now()),
        Limit: PAGE,
        Context: context,
        Sort: 'desc',
      }),
    );
    for (const { Content, Timestamp } of LogResults.Results) {
      const line = lineOf(Content);
      if (!line) continue;
      const key = `${line.function}.${line.action} ${line.code}`;
      counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, last: counts.get(key)?.last ?? Timestamp });
    }
    context = LogResults.Context;
    if (LogResults.ListOver || LogResults.Results.length === 0) break;
  }
  if (counts.size === 0) return say('最近一小时没有出错的记录。');
  say('最近一小时出的错：');
  const rows = [...counts].sort(([, one], [, other]) => other.count - one.count);
  for (const [key, { count, last }] of rows) say(`  ${count} 次  ${key}（最近一次 ${last}）`);
}

interface Line {
  function: string;
  action: string;
  code: string;
}

/** Our line of JSON, wherever in the platform's record it stands. */
function lineOf(content: string): Line | undefined {
  for (const text of [content, ...textsIn(content)]) {
    const start = text.indexOf('{"function"');
    if (start < 0) continue;
    try {
      const line = JSON.parse(text.slice(start, text.lastIndexOf('}') + 1)) as Partial<Line> & {
        error?: string;
      };
      if (line.error && line.function && line.action && line.code)
        return { function: line.function, action: line.action, code: line.code };
    } catch {
      // A line that the platform cut.
    }
  }
  return undefined;
}

function textsIn(content: string): string[] {
  try {
    const record: unknown = JSON.parse(content);
    if (typeof record !== 'object' || record === null) return [];
    return Object.values(record).filter((value): value is string => typeof value === 'string');
  } catch {
    return [];
  }
}

/** `YYYY-MM-DD HH:mm:ss`, as the interface wants it. */
const shanghai = (at: number): string =>
  new Date(at + 8 * HOUR_MS).toISOString().slice(0, 19).replace('T', ' ');
