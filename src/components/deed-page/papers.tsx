import { Ticks } from '../choice';
import { useCall } from '@/hooks/use-call';

interface Props {
  serviceCode: string;
  values: string[];
  onChange(names: string[]): void;
}

/** The service's own papers, to tick instead of typing. Without them the words below are enough. */
export function Papers({ serviceCode, values, onChange }: Props) {
  const { data } = useCall('catalog.detail', { code: serviceCode });
  if (!data) return null;
  return (
    <Ticks
      legend="缺哪几样?"
      options={data.item.materials.map(({ name, note }) => ({ value: name, label: name, hint: note }))}
      values={values}
      onChange={onChange}
    />
  );
}
