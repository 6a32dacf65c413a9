import { Button } from '@/components/button';

export function PrintBar() {
  return (
    <Button look="main" icon="paper" onPress={() => window.print()}>
      打印收条
    </Button>
  );
}
