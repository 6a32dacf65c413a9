/** 随手报: the item of the catalogue that a report is of; its kinds (井盖, 路灯 …) have promises of their own. */
export const reportCode = 'report-issue';

/** Whom to call before a report is written, whatever it is about. */
export const emergencies = [
  { number: '119', word: '着火', whom: '消防救援' },
  { number: '120', word: '伤人', whom: '急救' },
  { number: '110', word: '报警', whom: '公安' },
  { number: '12345', word: '问政府', whom: '政务服务便民热线' },
] as const;
