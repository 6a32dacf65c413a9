import { Copy } from '@/components/copy';

export function PrintBar({ text }: { text: string }) {
  return (
    <Copy icon="paper" text={text}>
      复制收条，发出去打印
    </Copy>
  );
}
