import { useState } from 'react';
import { type Goal, canNavigate, navigate } from '@/cloud/navigate';
import { Button } from '../button';
import { FieldError } from '../field';
import { Copy } from './index';

interface Props {
  address: string;
  /** where it is on the map, where that is known */
  point?: Pick<Goal, 'latitude' | 'longitude' | 'address'>;
}

/** The way to a place: WeChat's map where its point is known, else its address to be copied. */
export function Way({ address, point }: Props) {
  const [fault, setFault] = useState<string>();
  if (!point || !canNavigate)
    return (
      <Copy icon="place" text={point?.address ?? address}>
        复制地址
      </Copy>
    );
  const { latitude, longitude } = point;
  const go = async () =>
    setFault(await navigate({ latitude, longitude, name: address, address: point.address ?? address }));
  return (
    <>
      <Button icon="place" onPress={() => void go()}>
        导航去这里
      </Button>
      <FieldError id="way-error">{fault}</FieldError>
    </>
  );
}
