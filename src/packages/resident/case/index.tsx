import { Page } from '@/components/page';

export default function Index() {
  return <Page title="办件">办件</Page>;
}
