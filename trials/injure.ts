import Database from 'libsql';

/** What befalls the commits of the databases of this process. */
export interface Injury {
  /** from the n-th commit on, with this code of SQLite's */
  fails?: { from: number; code: string };
  /** the process dies: just before the database is told to commit, or once it has and nobody has been answered */
  dies?: { at: number; when: 'before' | 'after' };
}

/** Injures the store below itself, from the next commit on; gives what mends it. */
export function injure({ fails, dies }: Injury): () => void {
  const { exec } = Database.prototype;
  let commits = 0;
  Database.prototype.exec = function (this: Database.Database, sql: string) {
    if (sql !== 'COMMIT') return exec.call(this, sql);
    commits += 1;
    if (fails && commits >= fails.from)
      throw Object.assign(new Error('a fault below the store'), { code: fails.code });
    const isLast = commits === dies?.at;
    if (isLast && dies?.when === 'before') process.kill(process.pid, 'SIGKILL');
    const done = exec.call(this, sql);
    if (isLast && dies?.when === 'after') process.kill(process.pid, 'SIGKILL');
    return done;
  };
  return () => {
    Database.prototype.exec = exec;
  };
}
