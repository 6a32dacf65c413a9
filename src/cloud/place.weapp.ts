import Taro from '@tarojs/taro';
import approvals from '../../config/approvals.json';
import { CallError } from './call-error';
import { privacyFault } from './privacy';

interface MapPlace {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
}

export const hasMap = approvals.some((api) => api === 'chooseLocation');
export const canScan = true;

const isCancel = (failure: unknown) => /cancel/.test(String(Object(failure).errMsg));

export async function choosePlace(): Promise<MapPlace | undefined> {
  try {
    const { latitude, longitude, name, address } = await Taro.chooseLocation({});
    return { latitude, longitude, name, address };
  } catch (failure) {
    if (isCancel(failure)) return undefined;
    const why = privacyFault(failure) ?? '地图打不开，不要紧：';
    throw new CallError('DEVICE', `${why}在下面写清在哪儿就行。`, '');
  }
}

export async function scanSheet(): Promise<string | undefined> {
  try {
    const { path = '', result } = await Taro.scanCode({ scanType: ['wxCode' as 'qrCode', 'qrCode'] });
    // WeChat's own code gives the page that it opens, a plain one its text.
    return /scene=([2-9A-HJ-NP-Z]{8})\b/i.exec(decodeURIComponent(`${path} ${result}`))?.[1];
  } catch (failure) {
    if (isCancel(failure)) return undefined;
    throw new CallError('DEVICE', '没能扫码，不要紧：在下面找小区、路名就行。', '');
  }
}
