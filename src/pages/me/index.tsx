import { Page } from '@/components/page';

export default function Index() {
  return <Page title="我的">我的</Page>;
}
