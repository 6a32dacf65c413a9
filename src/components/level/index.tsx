import { View } from '@tarojs/components';
import { type Level, isBad, levels } from 'contract/words';
import { Icon } from '../icon';
import type { IconName } from '../icon/icons';
import './level.scss';

/** The face of each level: it helps the eye, the word beside it says it. */
export const faces: Record<Level, IconName> = {
  'very-satisfied': 'laugh',
  satisfied: 'smile',
  'basically-satisfied': 'meh',
  dissatisfied: 'frown',
  'very-dissatisfied': 'angry',
};

/** How satisfied the resident was: a face and a word. */
export function LevelWords({ level }: { level: Level }) {
  return (
    <View className={isBad(level) ? 'level-face level-bad' : 'level-face'}>
      <Icon name={faces[level]} large />
      <View>{levels[level]}</View>
    </View>
  );
}
