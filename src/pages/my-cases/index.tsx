import { Page } from '@/components/page';

export default function Index() {
  return <Page title="我的办件">我的办件</Page>;
}
