import { View } from '@tarojs/components';
import type { CaseRow } from 'contract/models';
import { Button } from '../button';
import { Card } from '../card';
import { List, ListRow } from '../list-row';
import { StateTag } from '../tag';
import { Words } from '../words';

interface Props {
  /** some of one bundle */
  rows: readonly CaseRow[];
  onPress(caseId: string): void;
  onAll(bundleId: string): void;
}

/** 一件事 in a list: its parts, each with where it stands, and the way to all of it. */
export function BundleCard({ rows, onPress, onAll }: Props) {
  const [first] = rows;
  if (!first?.bundle) return null;
  const { id, name } = first.bundle;
  return (
    <Card title={`${name}，共${rows.length}件`} icon="cases">
      {first.relation && <Words>替{first.residentName}办</Words>}
      <List label={name}>
        {rows.map((row) => (
          <ListRow
            key={row.caseId}
            title={row.serviceName}
            tag={<StateTag state={row.state} kind={row.kind} mine />}
            note={<View>{row.next}</View>}
            onPress={() => onPress(row.caseId)}
          />
        ))}
      </List>
      <Button onPress={() => onAll(id)}>几件一起看</Button>
    </Card>
  );
}

/** 属于〈出生一件事〉，共4件: of a case that was asked for together with others. */
export function ofBundle({ bundle }: Pick<CaseRow, 'bundle'>): string | undefined {
  return bundle && `属于〈${bundle.name}〉，共${bundle.size}件`;
}
