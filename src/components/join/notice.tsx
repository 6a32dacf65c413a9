import { Card } from '../card';
import { Ticks } from '../choice';
import { Lines, Words } from '../words';

/** The privacy notice, before the first field: what is kept, who sees it, for how long, and what a no means. */
export function PrivacyNotice({
  agreed,
  error,
  onAgree,
}: {
  agreed: boolean;
  error?: string;
  onAgree(agreed: boolean): void;
}) {
  return (
    <Card title="先看一眼：我们记什么" icon="info">
      <Lines
        items={[
          '记您的姓名、电话、住址和托办的事，不用身份证号。',
          '您社区的管理员看得到；代办员只在给您办事的时候看得到电话和门牌。',
          '您在册就一直留着。想改，在“我的”里改；想删，找社区说一声。',
        ]}
      />
      <Words look="muted">不同意也没关系：内容照样看，也可以打电话给社区办。</Words>
      <Ticks
        legend="同意我们这样记"
        hideLegend
        options={[{ value: 'yes', label: '看过了，同意' }]}
        values={agreed ? ['yes'] : []}
        error={error}
        onChange={(values) => onAgree(values.length > 0)}
      />
    </Card>
  );
}
