import { Card } from '@/components/card';
import { Ticks } from '@/components/choice';
import { Words } from '@/components/words';

interface Props {
  told: boolean;
  error?: string;
  onTell(told: boolean): void;
}

/** Before another person's name is written down: what it is for, that they hear of it, and that they can say no. */
export function Told({ told, error, onTell }: Props) {
  return (
    <Card title="先跟他说一声" icon="info">
      <Words>姓名、电话、住处只用来替他办事。办的时候会告诉他，他说不要，就停。</Words>
      <Ticks
        legend="跟他说过了"
        hideLegend
        options={[{ value: 'yes', label: '说好了，他同意' }]}
        values={told ? ['yes'] : []}
        error={error}
        onChange={(values) => onTell(values.length > 0)}
      />
    </Card>
  );
}

/** What is said beside a tick that is missing. */
export const toldFault = '请先跟本人说一声，再点“说好了”。';
