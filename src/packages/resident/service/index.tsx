import { Page } from '@/components/page';

export default function Index() {
  return <Page title="事项">事项</Page>;
}
