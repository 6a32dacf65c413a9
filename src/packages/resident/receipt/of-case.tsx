import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Faces, Note } from '@/components/faces';
import { Page } from '@/components/page';
import { isCodeAsked } from '@/components/sheet/code';
import { KeepBar, SheetPaper } from '@/components/sheet';
import { useCall } from '@/hooks/use-call';
import { go, paths, type Receipt } from '@/routes';
import { kindsOf, sheetOf, titleOf } from './sheets';

const none = '这件没有这张单子。';

interface Props {
  id: string;
  kind: Receipt;
  mandateId?: string;
}

/** A sheet of a case, and the way to its others. */
export function OfCase({ id, kind, mandateId }: Props) {
  const asked = useCall('cases.detail', { caseId: id });
  const told = useCall('cases.told', kind === 'told' ? { caseId: id } : undefined);
  const code = useCall('units.caseCode', isCodeAsked ? { caseId: id } : undefined);
  const kase = asked.data?.case;
  const isProven = kase?.parts.some((part) => part === 'resident' || part === 'asker' || part === 'manager');
  const proof = useCall('cases.proof', isProven ? { caseId: id } : undefined);
  // A picture without its code or its proof is not saved by a tap that came too soon.
  const isWhole = !code.loading && (!isProven || (proof.data ?? proof.error) !== undefined);
  const way = { path: paths.case(id), png: code.data?.png };
  const sheet = kase && sheetOf(kind, { kase, told: told.data, mandateId, proof: proof.data, code: way });
  const title = kase ? titleOf(kind, kase) : '单子';
  return (
    <Page title={title} bar={sheet && isWhole && <KeepBar sheet={sheet} name={`${title}${kase.no}`} />}>
      <Faces of={asked}>
        {({ case: shown }) => (
          <>
            {kind === 'told' ? (
              <Faces of={told}>{() => sheet && <SheetPaper sheet={sheet} />}</Faces>
            ) : sheet ? (
              <SheetPaper sheet={sheet} />
            ) : (
              <Note icon="paper" text={kind === 'originals' ? '这件没有收过原件。' : none} />
            )}
            <View className="sheet-beside">
              {isProven && (
                <Button look="quiet" icon="paper" onPress={() => go.proof(id)}>
                  封存凭据
                </Button>
              )}
              {kindsOf(shown)
                .filter((one) => one !== kind)
                .map((one) => (
                  <Button key={one} look="quiet" icon="paper" onPress={() => go.receiptInstead(id, one)}>
                    {titleOf(one, shown)}
                  </Button>
                ))}
            </View>
          </>
        )}
      </Faces>
    </Page>
  );
}
