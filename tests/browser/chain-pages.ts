import type { Place } from './place';

/** 每日封存: what anybody reads, before the first night and with a printed sheet that does not fit. */
const page = 'packages/privacy/heads/index';
const never = 'org=cm-xinmin&n=12&hash=' + '0'.repeat(64) + '&day=2026-11-20';

export const chainPlaces: readonly Place[] = [
  { name: '每日封存，还没有', person: 'rs-01', path: page, shows: ['新民社区还没有封存过'] },
  {
    name: '每日封存，校验单对不上',
    person: 'rs-01',
    path: `${page}?${never}`,
    shows: ['对不上', '龙华街道的每日封存'],
  },
  {
    name: '校验单，没有的',
    person: 'rs-01',
    path: 'packages/privacy/sheet/index?org=cm-xinmin&n=12',
    shows: ['没有这张校验单。', '看有的校验单'],
  },
  {
    name: '封存凭据，今晚封存',
    person: 'rs-01',
    path: ({ hand }) => `packages/privacy/proof/index?id=${hand}`,
    shows: ['步没封存，今天夜里封存。'],
  },
];
