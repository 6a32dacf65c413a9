/** What a disk that takes no writes says, with what to do, for the log and the caller; undefined for any other error. */
export function outageOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const told = troubles.find(([pattern]) => pattern.test(code));
  return told && `${told[1]} (${code})`;
}

const troubles: [RegExp, string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'the disk is full: make room for the data folder'],
  [/^(SQLITE_READONLY|EROFS|EACCES|EPERM)/, 'the data folder is read-only: let the server write to it'],
  [
    /^(SQLITE_IOERR|SQLITE_CANTOPEN|EFBIG|EIO)/,
    'the disk takes no more: look at the data folder and its limits',
  ],
];
