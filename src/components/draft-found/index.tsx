import type { Sendable } from '@/hooks/use-form';
import { Button } from '../button';
import { Card } from '../card';
import { Words } from '../words';

interface Props {
  of: Pick<Sendable, 'isFound' | 'restart'>;
  words?: string;
}

/** What was left in the middle, a minute or a day ago, is given back: the page says so, with the way to begin anew. */
export function DraftFound({ of: { isFound, restart }, words = '上次写到一半的还在，接着写就行。' }: Props) {
  if (!isFound) return null;
  return (
    <Card tone="progress">
      <Words>{words}</Words>
      <Button inline icon="undo" onPress={restart}>
        不要了，重新写
      </Button>
    </Card>
  );
}
