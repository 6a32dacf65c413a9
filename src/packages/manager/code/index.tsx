import { View } from '@tarojs/components';
import { Faces } from '@/components/faces';
import { Page } from '@/components/page';
import { Words } from '@/components/words';
import { useCall } from '@/hooks/use-call';
import { useQuery } from '@/hooks/use-query';
import { PrintBar } from './print-bar';
import { codePicture } from './picture';
import './code.scss';
import { Frame } from '../parts/frame';

/** 登记码: the sheet that hangs at the door. A resident who scans it joins this community, or this grid of it. */
export default function Code() {
  const { org = '' } = useQuery();
  const asked = useCall('units.code', { orgId: org });
  return (
    <Frame at="units">
      <Page title="登记码" bar={asked.data && <PrintBar name={asked.data.name} png={asked.data.png} />}>
        <Faces of={asked}>
          {({ name, code, scene, png }) => {
            const picture = codePicture({ scene, png });
            return (
              <View className="code-sheet">
                <View className="code-name">{name}</View>
                <View className="code-words">扫一扫，有事请代办员帮您跑</View>
                {picture && (
                  <View
                    className="code-picture"
                    style={{ backgroundImage: `url("${picture}")` }}
                    role="img"
                    aria-label={`${name}的登记码`}
                  />
                )}
                <View className="code-letters">
                  {code.slice(0, 4)} {code.slice(4)}
                </View>
                <Words look="muted">扫不了就打开“邻里代办”，登记时在名单里找{name}。</Words>
              </View>
            );
          }}
        </Faces>
      </Page>
    </Frame>
  );
}
