import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useTextSize } from '@/hooks/use-text-size';
import { Card } from '../card';
import { Icon } from '../icon';
import type { IconName } from '../icon/icons';
import { Press } from '../press';
import './fold.scss';

interface Props {
  title: string;
  /** a page that sets it is told of each press by `onFlip`; else the fold keeps it itself */
  open?: boolean;
  onFlip?(open: boolean): void;
  children: () => ReactNode;
}

/** What most people need not see: one line until it is pressed. Its content is made only then. */
export function Fold({ title, open: given, onFlip, children }: Props) {
  const [own, setOwn] = useState(false);
  const open = given ?? own;
  return (
    <View className="fold">
      {/* A heading as a card's title is: who goes from heading to heading by ear finds what is folded, too. */}
      <View role="heading" aria-level={2}>
        <Press className="fold-press" expanded={open} onPress={() => (onFlip ?? setOwn)(!open)}>
          <View className="fold-title">
            <View>{title}</View>
            <View className={open ? 'fold-sign fold-open' : 'fold-sign'}>
              <Icon name="next" />
            </View>
          </View>
        </Press>
      </View>
      {open && <View className="fold-content">{children()}</View>}
    </View>
  );
}

/** A card whose matter can wait: in 长辈版, where a page holds fewer things, it is one line until it is pressed. */
export function FoldCard({
  title,
  icon,
  children,
}: {
  title: string;
  icon: IconName;
  children: () => ReactNode;
}) {
  const { isElder } = useTextSize();
  if (isElder) return <Fold title={title}>{children}</Fold>;
  return (
    <Card title={title} icon={icon}>
      {children()}
    </Card>
  );
}
