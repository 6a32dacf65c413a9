import { Page } from '@/components/page';

export default function Index() {
  return <Page title="评价">评价</Page>;
}
