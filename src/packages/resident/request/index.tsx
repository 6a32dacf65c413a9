import { Page } from '@/components/page';

export default function Index() {
  return <Page title="请代办员帮忙">请代办员帮忙</Page>;
}
