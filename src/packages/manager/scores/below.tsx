import { View } from '@tarojs/components';
import type { Output } from 'contract/actions';
import { type MetricKey, metrics } from 'contract/metrics';
import { tierNames } from 'contract/words';
import { Icon } from '@/components/icon';
import { Press } from '@/components/press';
import { Words } from '@/components/words';
import { go } from '@/routes';
import { axisOf } from './axis';
import { isShown } from './rate-words';
import { Table } from './table';

type Below = Output<'metrics.overview'>['below'];

/** The units one tier below, side by side, each a way down where it has a page of its own. */
export function Below({ metric, lines }: { metric: MetricKey; lines: Below }) {
  const rates = lines.map((line) => line.rates[metric]);
  return (
    <>
      <Table
        what="单位"
        metric={metrics[metric].name}
        axis={rates.some(isShown) ? axisOf(rates) : undefined}
        rows={lines.map((line) => ({
          key: line.key,
          rate: line.rates[metric],
          name: line.canOpen ? <Open id={line.key} name={line.name} /> : line.name,
        }))}
      />
      {rates.filter(isShown).length > 1 && (
        <Words look="muted">横条是95%区间。两条有重叠，就不好说谁高谁低。</Words>
      )}
    </>
  );
}

function Open({ id, name }: { id: string; name: string }) {
  return (
    <Press className="below-open" label={`看${name}`} onPress={() => go.managerScoresOf(id)}>
      <View className="below-open-words">
        <View>{name}</View>
        <Icon name="next" />
      </View>
    </Press>
  );
}

/** `各社区` */
export function belowTitle(lines: Below): string {
  const [first] = lines;
  return first ? `各${tierNames[first.tier]}` : '';
}
