import { modes } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Fold } from '@/components/fold';
import { Lines, Words } from '@/components/words';
import type { PartProps } from './draft';

interface Props extends Omit<PartProps, 'wrong' | 'write'> {
  known: { phone: string; address?: string };
  /** whom it is for */
  name: string;
  goTo(step: number): void;
}

/** 第3步: everything once more, and the papers of all parts, each once. */
export function Check({ bundle, draft, known, name, goTo }: Props) {
  const wanted = bundle.parts.filter(({ code, isHere }) => isHere && !draft.without.includes(code));
  const nameOf = (code: string) => bundle.parts.find((part) => part.code === code)?.name ?? '';
  const papers = bundle.papers.flatMap(({ name: paper, of, required }) => {
    const those = of.filter((code) => wanted.some((part) => part.code === code));
    return those.length > 0 ? { paper, required, for: those.map(nameOf).join('、') } : [];
  });
  const needed = papers.filter(({ required }) => required);
  const others = papers.filter(({ required }) => !required);
  return (
    <>
      <Card title="要办什么">
        <Facts
          facts={[
            { name: '给谁办', value: name },
            ...(bundle.about ? [{ name: bundle.about.label, value: draft.about }] : []),
            { name: `共${wanted.length}样`, value: wanted.map((part) => part.name).join('、') },
            ...(draft.note.trim() ? [{ name: '您说的', value: draft.note }] : []),
          ]}
        />
        <Button icon="pencil" onPress={() => goTo(0)}>
          改要办的事
        </Button>
      </Card>
      <Card title="怎么找您">
        <Facts
          facts={[
            { name: '怎么办', value: modes[draft.mode] },
            { name: '电话', value: draft.phone ?? known.phone },
            ...(draft.mode === 'home-visit'
              ? [{ name: '地址', value: draft.address ?? known.address ?? '' }]
              : []),
          ]}
        />
        <Button icon="pencil" onPress={() => goTo(1)}>
          改电话和地址
        </Button>
      </Card>
      <Card title={`要备的材料，每样只交一次`} icon="paper">
        <Facts facts={needed.map((one) => ({ name: one.paper, value: one.for }))} />
        {others.length > 0 && (
          <Fold title={`有的情况还要${others.length}样`}>
            {() => <Lines items={others.map((one) => `${one.paper}（${one.for}）`)} />}
          </Fold>
        )}
        <Words look="muted">发出去以后，在办件里拍照就行。手上不齐也先发，代办员帮您看缺什么。</Words>
      </Card>
    </>
  );
}
