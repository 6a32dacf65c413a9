/** 随手报: the item of the catalogue that a report is of; its kinds (井盖, 路灯 …) have promises of their own. */
export const reportCode = 'report-issue';

/** Whom to call before a report is written, whatever it is about. */
export const emergencies = [
  { number: '119', whom: '消防救援', when: '着火、漏气、有人被困' },
  { number: '120', whom: '急救', when: '有人受伤、触电、叫不醒' },
  { number: '110', whom: '报警', when: '打架、偷抢、路上出事' },
  { number: '12345', whom: '政务服务便民热线', when: '不会用，或者不在本区' },
] as const;
