import type { Cloud } from './cloud';
import type { Runner } from './lease';

/** A run of the tool: whose cloud, who runs it, and how the person is asked. */
export interface Run {
  cloud: Cloud;
  runner: Runner;
  /** the repository */
  root: string;
  /** what the version is called: the package's version and the commit */
  release: string;
  agree(question: string): Promise<boolean>;
  stopped: AbortSignal;
}
