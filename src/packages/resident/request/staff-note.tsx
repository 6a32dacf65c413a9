import { Button } from '@/components/button';
import { Note } from '@/components/faces';
import { go } from '@/routes';

/** Staff who do not live here ask for others, on a page that asks for whom. `text` says that this is not it. */
export function StaffNote({ text }: { text: string }) {
  return (
    <Note icon="info" text={text}>
      <Button look="main" onPress={go.intake}>
        帮居民登记
      </Button>
    </Note>
  );
}
