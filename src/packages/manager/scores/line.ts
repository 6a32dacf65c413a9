import { area, line } from 'd3-shape';
import type { Rate } from 'contract/actions/metrics';
import { type Axis, placeOn, round } from './axis';
import { isShown } from './rate-words';

/** One place of a trend: nothing where no case fell into it. */
export type Point = Rate | undefined;

/** Room for the first and the last dot. */
const EDGE = 2;

/**
 * A trend as an SVG of one ink, stretched to wherever it is shown: the line, a dot for each place that has a rate (one between
 * two that have none is seen, too), and the intervals as a band behind it. It breaks where a rate is hidden.
 */
export function lineSvg(points: readonly Point[], axis: Axis): string {
  const x = (_: Point, i: number) => round(EDGE + (i / Math.max(1, points.length - 1)) * (100 - 2 * EDGE));
  const y = (share: number) => round(100 - placeOn(axis, share));
  const has = (point: Point) => point !== undefined && isShown(point);
  const of = (key: 'rate' | 'low' | 'high') => (point: Point) => y(point?.[key] ?? 0);
  const band = area<Point>().defined(has).x(x).y0(of('low')).y1(of('high'))(points);
  const path = line<Point>().defined(has).x(x).y(of('rate'))(points);
  const dots = points
    .map((point, i) => (has(point) ? `M${x(point, i)},${of('rate')(point)}h0` : ''))
    .join('');
  const stroke = (d: string, width: number, opacity = 1) =>
    `<path d='${d}' fill='none' stroke='#000' stroke-width='${width}' stroke-opacity='${opacity}' stroke-linecap='round' stroke-linejoin='round' vector-effect='non-scaling-stroke'/>`;
  // Round ends of no length are dots that stay round, however the picture is stretched.
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' preserveAspectRatio='none'>${stroke('M0,0H100M0,50H100M0,100H100', 1, 0.3)}<path d='${band ?? ''}' fill-opacity='0.16'/>${stroke(path ?? '', 2.5)}${stroke(dots, 8)}</svg>`;
}
