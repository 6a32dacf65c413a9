import Taro from '@tarojs/taro';
import type { Entry } from './calendar';
import { privacyFault } from './privacy';

const hourMs = 3_600_000;
const seconds = (at: number): number => Math.floor(at / 1000);

export async function addToCalendar({ title, at, place }: Entry): Promise<string | undefined> {
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime: seconds(at),
      endTime: String(seconds(at + hourMs)),
      ...(place ? { location: place } : {}),
    });
    return undefined;
  } catch (failure) {
    return privacyFault(failure) ?? '手机没让记进日历，请自己记一下。';
  }
}
