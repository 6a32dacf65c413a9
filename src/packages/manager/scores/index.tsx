import { Page } from '@/components/page';

export default function Index() {
  return <Page title="评价统计">评价统计</Page>;
}
