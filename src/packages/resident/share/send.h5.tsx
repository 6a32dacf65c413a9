import { Copy } from '@/components/copy';

export function Send({ path }: { path: string }) {
  return (
    <Copy icon="send" text={`${location.origin}/#${path}`}>
      复制网址，发给家人
    </Copy>
  );
}
