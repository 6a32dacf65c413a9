import { Button } from '@/components/button';
import { back } from '@/routes';

/** On from here: where the rest of it is told. */
export function ToCase({ id }: { id: string }) {
  return (
    <Button look="main" onPress={() => back.case(id)}>
      看看办件
    </Button>
  );
}
