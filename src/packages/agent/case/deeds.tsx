import { View } from '@tarojs/components';
import type { CaseView } from 'contract/models';
import { can } from 'contract/deeds';
import { Button } from '@/components/button';
import { type FormDeed } from '@/components/deed-page/forms';
import { FieldError } from '@/components/field';
import type { IconName } from '@/components/icon/icons';
import { useDeed } from '@/hooks/use-deed';
import { go } from '@/routes';
import { whyNot } from '../why-not';
import './case.scss';

/** Done by one tap; whatever needs words has its own page. */
type TapDeed = 'accept' | 'claim';

interface DeedButton {
  deed: FormDeed | TapDeed | 'ask';
  words: string;
  look: 'main' | 'plain';
  icon?: IconName;
}

/** In the order they stand; of the main ones the table of states allows one at a time. What ends a case is not here, by the thumb. */
const buttons: readonly DeedButton[] = [
  { deed: 'accept', words: '接单', look: 'main', icon: 'tick' },
  { deed: 'claim', words: '我来办', look: 'main', icon: 'tick' },
  { deed: 'complete', words: '办好了', look: 'main', icon: 'done' },
  { deed: 'reply', words: '答复居民', look: 'main', icon: 'talk' },
  { deed: 'supply', words: '材料收到了', look: 'main', icon: 'paper' },
  { deed: 'ask', words: '要补材料', look: 'plain' },
  { deed: 'decline', words: '不接', look: 'plain' },
];

/** The buttons for what the table allows. */
export function buttonsFor(kase: CaseView): DeedButton[] {
  return buttons.filter(({ deed }) => can(kase, deed));
}

interface Props {
  caseId: string;
  of: readonly DeedButton[];
  /** they take it, in the tap itself */
  onAccept(): void;
  onChanged(): void;
}

/** One main deed, the others beside it. */
export function Deeds({ caseId, of, onAccept, onChanged }: Props) {
  const accept = useDeed('cases.accept', onChanged);
  const claim = useDeed('cases.claim', onChanged);
  const taps = { accept, claim };
  const isTap = (deed: DeedButton['deed']): deed is TapDeed => deed in taps;
  const tap = async (deed: TapDeed) => {
    if (deed === 'accept' && !accept.busy) onAccept();
    if (await taps[deed].run({ caseId })) onChanged();
  };
  return (
    <>
      <FieldError id="deeds-error">{whyNot(accept.error ?? claim.error)}</FieldError>
      <View className="deeds">
        {of.map(({ deed, words, look, icon }) => (
          <Button
            key={deed}
            look={look}
            icon={icon}
            busy={isTap(deed) && taps[deed].busy}
            onPress={() => (isTap(deed) ? void tap(deed) : go.agentDeed(caseId, deed))}
          >
            {words}
          </Button>
        ))}
      </View>
    </>
  );
}
