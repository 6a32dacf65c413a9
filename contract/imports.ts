/** What comes in by spreadsheet: each table with its name. */
export const importTables = {
  units: '单位',
  residents: '居民',
  staff: '同事',
  rosters: '排班',
  catalogue: '办事目录',
} as const;
export type ImportTable = keyof typeof importTables;

/** Which rows of a file are taken: all, or only those without a fault. */
export const importOnly = { all: '全部都对才导入', good: '只导入没问题的' } as const;

/** How long an import can be taken back. */
export const IMPORT_UNDO_MS = 86_400_000;
