import { Fold } from '../fold';
import { Lines } from '../words';

/** 看样子: what a right one looks like, or how the form is filled in; nothing where the catalogue has none. */
export function Sample({ of: { name, sample } }: { of: { name: string; sample?: readonly string[] } }) {
  if (!sample || sample.length === 0) return null;
  return <Fold title={`看样子：${name}`}>{() => <Lines items={sample} />}</Fold>;
}
