import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MetricKey, countKeys, dayWords, marks, metricKeys, metrics, partsOf } from './metrics';

it('is what docs/metrics.md says, word for word', () => {
  const doc = readFileSync(join(__dirname, '..', 'docs/metrics.md'), 'utf8');
  const rows = metricKeys.map((key) => {
    const { name, numerator, denominator, day } = metrics[key];
    return `| ${name} | ${numerator} | ${denominator} | ${dayWords[day]} |`;
  });
  expect(doc.split('\n').filter((line) => /^\| [^指]/.test(line))).toEqual(rows);
});

it('marks rates as docs/metrics.md says', () => {
  const doc = readFileSync(join(__dirname, '..', 'docs/metrics.md'), 'utf8');
  for (const [key, mark] of Object.entries(marks)) {
    const said = new RegExp(
      `${metrics[key as MetricKey].name}[^\\uFF1B\\u3002]*${mark.good * 100}%起算好，不到${mark.low * 100}%算偏低`,
    );
    expect(doc).toMatch(said);
  }
});

it('adds up counts that exist, above the line never more than below', () => {
  for (const key of metricKeys) {
    const { of, from } = metrics[key];
    for (const one of [...of, ...from]) expect(countKeys).toContain(one);
    expect(partsOf(key, {})).toEqual({ numerator: 0, denominator: 0 });
  }
});
