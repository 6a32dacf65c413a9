import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { Output } from 'contract/actions';
import { spokenNo } from 'contract/case-no';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Receipt } from '@/components/receipt';
import { Words } from '@/components/words';
import { goToTop } from '@/hooks/focus';
import { useSession } from '@/hooks/use-session';
import { back } from '@/routes';

/** What was written down, with whom it is for. */
export type Entry = Output<'cases.intake'> & { name: string; serviceName: string };

interface Props {
  entry: Entry;
  onNext(): void;
}

/** 登记好了: the number, the words to say to the resident who waits, and the way to the next request. */
export function Noted({ entry: { no, name, serviceName, existing }, onNext }: Props) {
  const { is } = useSession();
  // It takes the place of the form, which was read down to its end.
  useEffect(() => goToTop('.page-title'), []);
  // It stays in one line.
  const said = spokenNo(no).replace(/ /g, '\u00a0');
  const says = existing
    ? `您这件事已经在办了，编号是${said}，刚说的加进去了。代办员会打电话告诉您办到哪一步。`
    : `您的事登记好了，编号是${said}。代办员会打电话找您，您等着就行。`;
  return (
    <Page
      title={existing ? '已经在办' : '登记好了'}
      bar={
        <View className="page-bar-group intake-bar">
          <Button onPress={is('agent') ? back.agentQueue : back.managerBoard}>
            {is('agent') ? '回工作台' : '回在办一览'}
          </Button>
          <Button look="main" icon="pencil" onPress={onNext}>
            再记一件
          </Button>
        </View>
      }
    >
      <Receipt
        title={existing ? '这件事已经在办，刚说的加进去了' : '登记好了，正在派代办员'}
        about={`${name} · ${serviceName}`}
        label="办件编号，念给他听"
        no={no}
      />
      <Card title="这样说" icon="talk">
        <Words look="large">“{says}”</Words>
      </Card>
    </Page>
  );
}
