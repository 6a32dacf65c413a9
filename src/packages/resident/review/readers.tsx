import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Words } from '@/components/words';

/** Who will see what, said before it is sent. `wall`: the neighbours may, too. */
export function Readers({ wall }: { wall: boolean }) {
  return (
    <Card title="谁看得到" icon="people">
      <Facts
        facts={[
          { name: '代办员', value: '不知道是谁评的、评的哪件。凑满5条，才一起给他看。' },
          { name: '社区', value: '都看得到，好去查、去改。照片只给社区看。' },
          { name: '邻居', value: wall ? '看得到您写的话，不知道是谁写的。' : '看不到。' },
        ]}
      />
      <Words look="muted">写的话先审一遍，别人才看得到。电话、证件号会盖住。</Words>
    </Card>
  );
}
