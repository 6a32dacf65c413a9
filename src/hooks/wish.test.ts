import type { Mode } from 'contract/words';
import { faultsOf } from './wish';

const now = Date.parse('2026-11-21T18:30:00+08:00');
const good = {
  serviceCode: 'x',
  mode: 'home-visit',
  note: '老伴想办残疾证',
  phone: '13812345678',
  address: '灯塔院12号楼3单元601',
} as const;
const item = { subtypes: [], modes: ['home-visit', 'appointment', 'online'] as const satisfies Mode[] };

describe('says before sending what the contract would say', () => {
  it.each([
    ['nothing', {}, {}],
    ['a phone of ten digits', { phone: '1381234567' }, { phone: '电话不对：手机号是11位，座机请带区号。' }],
    ['an address of one letter', { address: 'a' }, { address: '地址太短，请写清小区、楼号、单元和门牌。' }],
    [
      'a note of 3,000 characters',
      { note: '办'.repeat(3000) },
      { note: '要办的事最多500个字，请写短一点。' },
    ],
    ['no words', { note: '  ' }, { note: '请填写要办的事。' }],
    [
      'an appointment without a time',
      { mode: 'appointment' as const },
      { appointment: '请选一个日子和钟点。' },
    ],
    [
      'a time gone by',
      { mode: 'appointment' as const, appointment: '2026-11-21T16:00' },
      { appointment: '这个时间已经过了，请选以后的时间。' },
    ],
    ['a time to come', { mode: 'appointment' as const, appointment: '2026-11-23T09:00' }, {}],
    ['no phone', { phone: undefined }, { phone: '请留一个能打通的电话。' }],
    ['no door', { address: undefined }, { address: '上门要有地址，请填写楼号、单元和门牌。' }],
    [
      'a way that is not offered',
      { mode: 'counter' as const },
      { mode: '这件事不能用这种方式办，请换一种。' },
    ],
    ['no door where nobody comes', { mode: 'online' as const, address: undefined }, {}],
  ])('%s', (_, part, faults) => expect(faultsOf({ ...good, ...part }, item, now)).toEqual(faults));
});
