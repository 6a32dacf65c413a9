import { useContext, useEffect } from 'react';
import type { Output } from 'contract/actions';
import { CallButton } from '../button';
import { Card } from '../card';
import { Urgent } from '../page/urgent';

type Hotline = Output<'catalog.search'>['hotlines'][number];

const callOf = ({ number, name }: Hotline) => ({ number, whom: name, words: `打 ${number} ${name}` });

/** Danger: the number to call stands right under the words, before anything else; in 长辈版 at the bottom of the page as well. */
export function Hotlines({ of }: { of: readonly Hotline[] }) {
  const tell = useContext(Urgent);
  const [first] = of;
  useEffect(() => {
    tell(first && callOf(first));
    return () => tell();
  }, [tell, first]);
  return (
    <>
      {of.map((hotline) => {
        const { number, whom, words } = callOf(hotline);
        return (
          <Card key={number} tone="breach" icon="warning" title={hotline.why}>
            <CallButton look="danger" number={number} whom={whom}>
              {words}
            </CallButton>
          </Card>
        );
      })}
    </>
  );
}
