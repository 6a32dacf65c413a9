import { Page } from '@/components/page';

export default function Index() {
  return <Page title="在办一览">在办一览</Page>;
}
