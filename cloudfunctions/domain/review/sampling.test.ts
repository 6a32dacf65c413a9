import fc from 'fast-check';
import type { CaseDoc } from '../documents';
import { opened } from '../../../tests/support/world';
import { drawSample, redraw } from './sampling';

const kase = (id: string, agentId: string, rated: boolean): CaseDoc => ({
  ...opened(),
  _id: id,
  assignment: { agentId, agentName: agentId, agentPhone: '1', offeredAt: 0 },
  reviewLevel: rated ? 'satisfied' : undefined,
});
const hexa = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const some = fc
  .uniqueArray(
    fc.record({
      id: hexa(8),
      agent: fc.constantFrom('a', 'b', 'c'),
      rated: fc.boolean(),
    }),
    {
      selector: (one) => one.id,
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((rows) => rows.map(({ id, agent, rated }) => kase(id, agent, rated)));

it('draws what was asked for, each stratum its share to within one, and the same again from the seed', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 80 }), hexa(32), (cases, size, seed) => {
      const { strata, population, hash, drawn } = drawSample(cases, size, seed);
      const wanted = Math.min(size, cases.length);
      expect(drawn).toHaveLength(wanted);
      expect(new Set(drawn).size).toBe(wanted);
      for (const stratum of strata) {
        const share = (wanted * stratum.population) / cases.length;
        expect(Math.abs(stratum.drawn - share)).toBeLessThan(1);
      }
      expect(redraw(population, size, seed)).toEqual(drawn);
      // In whatever order the cases were read.
      expect(drawSample([...cases].reverse(), size, seed)).toMatchObject({ drawn, hash, population });
    }),
    { seed: 25, numRuns: 100 },
  );
});

it('draws others with another seed', () => {
  const cases = Array.from({ length: 40 }, (_, i) => kase(`case${i}`, 'a', false));
  expect(drawSample(cases, 5, 'one').drawn).not.toEqual(drawSample(cases, 5, 'two').drawn);
});
