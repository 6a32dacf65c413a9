import { Page } from '@/components/page';

export default function Index() {
  return <Page title="邻里代办">邻里代办</Page>;
}
