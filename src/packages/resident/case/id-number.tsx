import type { CaseView } from 'contract/models';
import { Fold } from '@/components/fold';
import { IdNumberForm } from '@/components/id-number';
import { Words } from '@/components/words';

/** The number that the office's form takes: given by choice, and told who sees it. */
export function IdNumber({ kase, onDone }: { kase: CaseView; onDone(): void }) {
  if (!kase.idNumber) return null;
  const isGiven = kase.idNumber === 'given';
  return (
    <Fold title={isGiven ? '身份证号，存好了' : '身份证号，表上要填'}>
      {() => (
        <>
          <Words>
            {isGiven
              ? '加密存着。代办员每打开一次，“经过”里都写着。'
              : '加密存，只有接了这件的代办员点开才看得到，每看一次都记下。不写也行，当面给他看身份证。'}
          </Words>
          <IdNumberForm kase={kase} onDone={onDone} />
        </>
      )}
    </Fold>
  );
}
