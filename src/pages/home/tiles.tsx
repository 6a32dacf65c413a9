import { View } from '@tarojs/components';
import { CONSULTATION } from 'contract/consultation';
import { reportCode } from 'contract/report';
import { Icon } from '@/components/icon';
import type { IconName } from '@/components/icon/icons';
import { Press } from '@/components/press';
import { go } from '@/routes';

interface Named {
  code: string;
  name: string;
  icon: IconName;
}

/** What is asked for most, by the name people use, most of all first. Codes: config/content/services.zh.json. */
const tiles: readonly Named[] = [
  { code: 'disability-certificate', name: '残疾人证', icon: 'disability' },
  { code: 'pension-qualification-verify', name: '社保认证', icon: 'face' },
  { code: 'elderly-allowance', name: '高龄津贴', icon: 'cake' },
  { code: 'resident-medical-insurance', name: '医保缴费', icon: 'health' },
  { code: 'minimum-living-allowance', name: '低保申请', icon: 'coins' },
  { code: 'daily-errand', name: '生活代办', icon: 'basket' },
  { code: reportCode, name: '随手报', icon: 'megaphone' },
  { code: CONSULTATION, name: '政策咨询', icon: 'talk' },
];

/** `few`: the first four, where a page holds fewer things. */
export function Tiles({ few }: { few: boolean }) {
  return (
    <View className="tiles">
      {tiles.slice(0, few ? 4 : undefined).map((tile) => (
        <Tile
          key={tile.code}
          {...tile}
          onPress={() => (tile.code === reportCode ? go.report() : go.service(tile.code))}
        />
      ))}
    </View>
  );
}

/** 一件事一次办. Codes: config/content/bundles.zh.json. */
const bundles: readonly Named[] = [
  { code: 'birth', name: '孩子出生', icon: 'people' },
  { code: 'retirement', name: '要退休了', icon: 'work' },
  { code: 'bereavement', name: '亲人去世', icon: 'paper' },
];

export function BundleTiles() {
  return (
    <View className="tiles">
      {bundles.map((tile) => (
        <Tile key={tile.code} {...tile} onPress={() => go.bundle(tile.code)} />
      ))}
    </View>
  );
}

function Tile({ name, icon, onPress }: Named & { onPress(): void }) {
  return (
    <Press className="tile" onPress={onPress}>
      <View className="tile-inside">
        <Icon name={icon} large />
        <View className="tile-name">{name}</View>
      </View>
    </Press>
  );
}
