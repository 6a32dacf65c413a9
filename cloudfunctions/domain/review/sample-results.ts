import type { SampleView } from '../../../contract/models';
import { type Level, HEARD, levels } from '../../../contract/words';
import type { CallbackDoc } from '../documents';
import { countLevels } from './review';

const order = Object.keys(levels) as Level[];

/** What was said on the phone beside what was rated online. */
export function resultsOf(calls: CallbackDoc[]): SampleView['results'] {
  const reached = calls.filter(({ calls: tries }) => tries.at(-1)?.result === HEARD[0]);
  const said = reached.flatMap(({ online, heard }) => (heard?.level ? [{ online, phone: heard.level }] : []));
  const both = said.flatMap(({ online, phone }) => (online ? [{ online, phone }] : []));
  // Levels are best first.
  const worse = ({ online, phone }: { online: Level; phone: Level }) =>
    Math.sign(order.indexOf(phone) - order.indexOf(online));
  return {
    open: calls.filter((one) => one.open).length,
    reached: reached.length,
    refused: calls.filter(({ calls: tries }) => tries.at(-1)?.result === 'refused').length,
    unreached: calls.filter((one) => one.heard?.unreached).length,
    both: both.length,
    same: both.filter((one) => worse(one) === 0).length,
    better: both.filter((one) => worse(one) < 0).length,
    worse: both.filter((one) => worse(one) > 0).length,
    online: countLevels(both.map(({ online }) => online)),
    phone: countLevels(said.map(({ phone }) => phone)),
    unrated: countLevels(said.flatMap(({ online, phone }) => (online ? [] : [phone]))),
  };
}
