import { saidOf } from '@/cloud/call-error';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FieldError } from '@/components/field';
import { Words } from '@/components/words';
import { useDeed } from '@/hooks/use-deed';

interface Props {
  caseId: string;
  /** what was not done */
  asks: readonly string[];
  onDone(): void;
}

/** 一件事: the part that it waited for was not done. It goes on without, or stops; the others are not touched. */
export function Decide({ caseId, asks, onDone }: Props) {
  const going = useDeed('cases.goOn', onDone);
  const stopping = useDeed('cases.cancel', onDone);
  const error = going.error ?? stopping.error;
  const names = asks.map((name) => `〈${name}〉`).join('、');
  const goOn = async () => {
    if (await going.run({ caseId })) onDone();
  };
  const stop = async () => {
    if (await stopping.run({ caseId })) onDone();
  };
  return (
    <Card tone="warning" icon="info" title="还办不办，您说了算">
      <Words>{names}没办成。这一件本来等着它的结果。</Words>
      <Words look="muted">手上已经有要的材料，就接着办；定不下来，先打电话问问社区。别的几件照常办。</Words>
      <FieldError id="decide-error">{error && saidOf(error)}</FieldError>
      <Button look="main" busy={going.busy} onPress={() => void goOn()}>
        接着办，不等了
      </Button>
      <Button busy={stopping.busy} onPress={() => void stop()}>
        这件不办了
      </Button>
    </Card>
  );
}
