import { type Action, contract } from '../../contract/actions';
import { type Shape, shapeOf } from './shape';

export interface Released {
  roles: readonly string[];
  takes: Shape;
  gives: Shape;
}

/** The contract of this version as data: `cases.submit` → who has it, what it takes and gives. */
export function contractNow(): Record<string, Released> {
  const rows = Object.entries<Record<string, Action>>(contract).flatMap(([name, actions]) =>
    Object.entries(actions).map(([action, { roles, input, output }]): [string, Released] => [
      `${name}.${action}`,
      { roles, takes: shapeOf(input), gives: shapeOf(output) },
    ]),
  );
  return Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same as text: what stands in it more than once is written once and referred to, a line each. */
export function written(released: Record<string, Released>): string {
  const lines: string[] = [];
  const places = new Map<string, number>();
  const kept = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const inner = Array.isArray(value)
      ? value.map(kept)
      : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, kept(one)]));
    const text = JSON.stringify(inner);
    if (Array.isArray(value) || !('is' in value)) return inner;
    const place = places.get(text) ?? lines.push(text) - 1;
    places.set(text, place);
    return `#${place}`;
  };
  const actions = Object.entries(released).map(
    ([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(kept(one))}`,
  );
  return `{\n"shapes": [\n${lines.join(',\n')}\n],\n"actions": {\n${actions.join(',\n')}\n}\n}\n`;
}

/** What `written` wrote. */
export function readReleased(text: string): Record<string, Released> {
  const { shapes, actions } = JSON.parse(text) as { shapes: unknown[]; actions: Record<string, unknown> };
  const whole = (value: unknown): unknown => {
    if (typeof value === 'string' && /^#\d+$/.test(value)) return whole(shapes[Number(value.slice(1))]);
    if (Array.isArray(value)) return value.map(whole);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, whole(one)]));
  };
  return whole(actions) as Record<string, Released>;
}
