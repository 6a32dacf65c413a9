import { type Section, type Server, median, startServer } from './harness';

const ROUNDS = 7;

/** What each function is asked first. `beat` finds nothing to do: with its round it would start five others. */
const firstCalls: Record<string, (server: Server) => Promise<unknown>> = {
  bare: (server) => server.post('bare', {}, server.token('rs-01')),
  account: (server) => server.ok('rs-01', 'account.session', {}),
  catalog: (server) => server.ok('rs-01', 'catalog.search', { text: '老伴瘫痪在床想办残疾证' }),
  cases: (server) => server.ok('rs-01', 'cases.mine', {}),
  reviews: (server) => server.ok('ad-cm-1', 'reviews.scores', { orgId: 'cm-xinmin' }),
  metrics: (server) => server.ok('ad-cm-1', 'metrics.overview', { orgId: 'cm-xinmin' }),
  rollup: (server) => server.local('timers/rollup', {}),
  people: (server) => server.ok('ad-cm-1', 'people.invitations', { orgId: 'cm-xinmin' }),
  units: (server) => server.ok('ad-cm-1', 'units.tree', {}),
  imports: (server) => server.ok('ad-cm-1', 'imports.recent', {}),
  privacy: (server) => server.ok('rs-01', 'privacy.mine', {}),
  roster: (server) => server.ok('ag-01', 'roster.today', {}),
  admin: (server) => server.ok('ad-cm-1', 'admin.policy', { orgId: 'cm-xinmin' }),
  beat: (server) => server.local('timers/beat', {}),
  notify: (server) => server.local('timers/notify', {}),
  sweep: (server) => server.local('timers/sweep', {}),
  migrate: (server) => server.local('timers/migrate', {}),
};

/** Load and first call of each function ÷ the same for the SDK alone, each in a process that has loaded nothing before. */
export async function coldStart(functionsDir: string): Promise<Section> {
  const taken: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = Object.entries(firstCalls);
    // Every other round backwards, so that no function always comes first.
    for (const [name, first] of round % 2 ? order.reverse() : order) {
      const server = await startServer(functionsDir, '', { isQuiet: true });
      const started = performance.now();
      await first(server);
      (taken[name] ??= []).push(performance.now() - started);
      await server.stop();
    }
  }
  // What else the machine does only ever adds, and adds as much as a half: the quickest tells most.
  const floor = Math.min(...(taken.bare ?? []));
  return {
    title: `Cold start: load + first call ÷ the whole SDK, bundled, doing one call (the quickest of ${ROUNDS}, a fresh process each)`,
    figures: Object.entries(taken)
      .filter(([name]) => name !== 'bare')
      .map(([name, times]) => ({
        name,
        value: Math.min(...times),
        unit: 'ms',
        floor,
        ratio: Math.min(...times) / floor,
        limit: '≤ 1.3',
        note: `median ${Math.round(median(times))}, slowest ${Math.round(Math.max(...times))} ms`,
      })),
  };
}
