import type { Output } from 'contract/actions';
import { CallButton } from '../button';
import { Card } from '../card';

/** Danger: the number to call stands right under the words, before anything else. */
export function Hotlines({ of }: { of: Output<'catalog.search'>['hotlines'] }) {
  return (
    <>
      {of.map(({ number, name, why }) => (
        <Card key={number} tone="breach" icon="warning" title={why}>
          <CallButton look="danger" number={number} whom={name}>
            打 {number} {name}
          </CallButton>
        </Card>
      ))}
    </>
  );
}
