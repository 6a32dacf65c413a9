import type { CaseView } from 'contract/models';
import { channels, modes, relationNames } from 'contract/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { Card } from '../card';
import { CasePhotos } from '../photos/of-case';
import { Facts } from '../facts';
import { Words } from '../words';

/** What the resident asked for: in their own words, and how it is to be done. */
export function CaseWish({ kase, now }: { kase: CaseView; now: number }) {
  const { serviceCode, subtype, mode, appointmentAt, submittedAt, channel, complaint, asker, report } = kase;
  // A case carries the sub-type's code; its name stands in the catalogue.
  const { data } = useCall('catalog.detail', subtype ? { code: serviceCode } : undefined);
  const subtypeName = data?.item.subtypes.find((one) => one.code === subtype)?.name;
  return (
    <Card title={complaint ? '投诉的事' : kase.question ? '问的' : '要办的事'} icon="talk">
      <Words>{kase.note}</Words>
      <CasePhotos kase={kase} />
      <Facts
        facts={[
          ...(subtypeName ? [{ name: '类型', value: subtypeName }] : []),
          ...(complaint ? [{ name: '投诉', value: complaint.about ?? '' }] : []),
          ...(report ? [{ name: '在哪儿', value: kase.place ?? '' }] : []),
          ...(report && report.joined > 0 ? [{ name: '也遇到的', value: `${report.joined}位邻居` }] : []),
          ...(complaint || report ? [] : [{ name: '办理方式', value: modes[mode] }]),
          ...(appointmentAt ? [{ name: '约在', value: whenWords(appointmentAt, now) }] : []),
          ...(asker
            ? [{ name: '谁提的', value: `${asker.name}，替${relationNames[asker.relation]}办` }]
            : []),
          ...(channel === 'self' ? [] : [{ name: '怎么来的', value: `${channels[channel]}登记` }]),
          { name: '提交', value: whenWords(submittedAt, now) },
        ]}
      />
    </Card>
  );
}
