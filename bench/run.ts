import { execSync } from 'node:child_process';
import { backlogDrained } from './backlog-drained';
import { bytes } from './bytes';
import { databaseCalls } from './calls';
import { chainFigures } from './chain';
import { changedFigures } from './changed';
import { coldStart } from './cold-start';
import { decision } from './decision';
import { deployment } from './deploy';
import { firstContent } from './first-content';
import { firstData } from './first-data';
import { functionsWithBare, print } from './harness';
import { idle } from './idle';
import { importFigures } from './imports';
import { lightenFigures } from './lighten';
import { loadFigures } from './load';
import { metricsFigures } from './metrics';
import { peopleFigures } from './people';
import { regridFigures } from './regrid';
import { searchFigures } from './search';
import { slotFigures } from './slots';
import { sweepFigures } from './sweep';
import { throughput } from './throughput';

/**
 * `npm run bench [-- --json]`: every figure against a floor measured in the same run; `-- --only chainFigures,lightenFigures` those alone.
 */
async function main(): Promise<void> {
  // Progress goes to stderr, so that `--json` is JSON alone.
  execSync('npm run --silent build', { stdio: ['ignore', process.stderr, process.stderr] });
  const functions = await functionsWithBare();
  const sections = [];
  const [only] = process.argv.slice(process.argv.indexOf('--only')).slice(1);
  for (const measure of [
    coldStart,
    databaseCalls,
    decision,
    sweepFigures,
    slotFigures,
    idle,
    metricsFigures,
    changedFigures,
    chainFigures,
    backlogDrained,
    throughput,
    loadFigures,
    bytes,
    firstContent,
    firstData,
    searchFigures,
    peopleFigures,
    regridFigures,
    deployment,
    importFigures,
    lightenFigures,
  ].filter(({ name }) => !only || only.split(',').includes(name))) {
    const section = await measure(functions);
    sections.push(section);
    if (!process.argv.includes('--json')) print(section);
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(sections, null, 2));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
