import type { Shape } from './shape';

/** `takes`: what a phone sends; `gives`: what it reads. */
type Way = 'takes' | 'gives';

/**
 * What a phone with the released version would stumble over: an input that it sends and this version refuses, a field that it
 * reads and this version leaves out. New values in what is read are growth: pages name what they know.
 */
export function lacks(before: Shape, now: Shape | undefined, way: Way, path: string): string[] {
  if (!now) return [`${path} is gone`];
  if (now.is === 'null or')
    return before.is === 'null or'
      ? lacks(before.of, now.of, way, path)
      : way === 'gives'
        ? [`${path} may be null`]
        : lacks(before, now.of, way, path);
  if (before.is === 'null or')
    return way === 'takes' ? [`${path} takes no null`] : lacks(before.of, now, way, path);
  if (before.is === 'one of' && now.is === 'string' && way === 'takes') return [];
  if (before.is !== now.is) return [`${path} was ${before.is} and is ${now.is}`];
  const narrower = way === 'takes' ? narrowed(before, now, path) : [];
  if (before.is === 'object' && now.is === 'object') return [...fieldsLacking(before, now, way, path)];
  if (before.is === 'one of' && now.is === 'one of') {
    const gone = way === 'takes' ? before.values.filter((value) => !now.values.includes(value)) : [];
    return gone.map((value) => `${path} takes no ${String(value)}`);
  }
  if ((before.is === 'list' && now.is === 'list') || (before.is === 'map' && now.is === 'map'))
    return [...narrower, ...lacks(before.of, now.of, way, `${path}[]`)];
  if ((before.is === 'row' && now.is === 'row') || (before.is === 'either' && now.is === 'either'))
    return before.of.flatMap((one, i) => lacks(one, now.of[i], way, `${path}[${i}]`));
  return narrower;
}

type Fields = Extract<Shape, { is: 'object' }>;

function fieldsLacking(before: Fields, now: Fields, way: Way, path: string): string[] {
  const isOptional = (shape: Fields, name: string) => shape.optional.includes(name);
  const kept = Object.entries(before.fields).flatMap(([name, shape]) => [
    ...lacks(shape, now.fields[name], way, `${path}.${name}`),
    ...(way === 'gives' && name in now.fields && isOptional(now, name) && !isOptional(before, name)
      ? [`${path}.${name} may be left out`]
      : []),
  ]);
  const asked = Object.keys(now.fields)
    .filter((name) => way === 'takes' && !isOptional(now, name))
    .filter((name) => !(name in before.fields) || isOptional(before, name))
    .map((name) => `${path}.${name} is asked for`);
  return [...kept, ...asked];
}

function narrowed(before: Shape, now: Shape, path: string): string[] {
  const bounds = (shape: Shape) => shape as { least?: number; most?: number; like?: string[] };
  const [was, is] = [bounds(before), bounds(now)];
  return [
    ...((is.least ?? -Infinity) > (was.least ?? -Infinity) ? [`${path} has to be longer or more`] : []),
    ...((is.most ?? Infinity) < (was.most ?? Infinity) ? [`${path} has to be shorter or less`] : []),
    ...((is.like ?? []).some((one) => !(was.like ?? []).includes(one))
      ? [`${path} has to look otherwise`]
      : []),
  ];
}
