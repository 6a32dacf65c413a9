import { Page } from '@/components/page';

export default function Index() {
  return <Page title="我的待办">我的待办</Page>;
}
