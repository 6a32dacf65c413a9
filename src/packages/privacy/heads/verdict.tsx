import type { Output } from 'contract/actions';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Words } from '@/components/words';

interface Props {
  seen: Output<'units.heads'>;
  /** as it stands on the paper */
  n: number;
  hash: string;
}

/** Whether a printed head still fits. */
export function Verdict({ seen: { asked, above }, n, hash }: Props) {
  if (asked?.hash === hash)
    return (
      <Card>
        <Heading lead>对得上</Heading>
        <Words>这里现在第{n}条时的校验码，和您那张校验单上的一样。</Words>
        <Words look="muted">要一条一条查，请管理员导出核对文件。</Words>
      </Card>
    );
  return (
    <Card>
      <Heading lead>对不上</Heading>
      <Words look="strong">
        {asked
          ? `这里现在第${n}条时的校验码，和您那张校验单上的不一样：以前的记录可能被改过。`
          : `这里没有第${n}条时的校验码：后面的记录可能被删过，也可能是单子上的数字抄错了。`}
      </Words>
      <Words>请收好那张校验单，{above ? `拿给${above.name}` : '打12345'}，请上级来查。</Words>
    </Card>
  );
}
