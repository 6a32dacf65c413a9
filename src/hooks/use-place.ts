import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { useQuery } from './use-query';

const place = 'linli.place';

/** The code of the community or grid that was scanned last on this phone: kept, since reading comes before joining. */
export function scannedCode(): string | undefined {
  const kept: unknown = Taro.getStorageSync(place);
  return typeof kept === 'string' && kept !== '' ? kept : undefined;
}

/**
 * Gives the code that was scanned, and keeps the one that the page was opened with. WeChat hands over as `scene` what
 * `wxacode.getUnlimited` was given; a plain QR code's address names it so too.
 */
export function useScannedCode(): string | undefined {
  const { scene } = useQuery();
  useEffect(() => {
    if (scene) Taro.setStorageSync(place, scene);
  }, [scene]);
  return scene ?? scannedCode();
}

/** A resident in the register needs it no more. */
export const forgetScannedCode = () => Taro.removeStorageSync(place);
