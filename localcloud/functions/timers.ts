import { Cron } from 'croner';
import type { Clock } from '../clock';
import type { Functions } from './functions';
import type { Log } from '../log';
import { messageOf } from '../refusal';

interface Trigger {
  function: string;
  name: string;
  cron: Cron;
  due: number;
}

/** The longest sleep: the clock may have been set without a call of `wake`. */
const longestWaitMs = 60_000;

/** Calls functions as their timer triggers say (config.json: 7 cron fields, UTC+8), by the local clock. */
export class Timers {
  #triggers: Trigger[] = [];
  #timeout: NodeJS.Timeout | undefined;

  constructor(
    private readonly functions: Functions,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Starts to fire the triggers of these functions by the clock. */
  start(names: string[]): void {
    for (const name of names)
      for (const { name: trigger, config } of this.functions.config(name).triggers) {
        const cron = new Cron(config, { timezone: 'Asia/Shanghai', paused: true });
        this.#triggers.push({ function: name, name: trigger, cron, due: next(cron, this.clock.now()) });
      }
    this.#arm();
  }

  /** Fires what came due, each trigger once however far the clock jumped, and resolves when it is done. Call it after setting the clock. */
  async wake(): Promise<void> {
    const now = this.clock.now();
    const due = this.#triggers.filter((trigger) => trigger.due <= now);
    for (const trigger of this.#triggers) {
      const following = next(trigger.cron, now);
      // A clock set back brings the next time forward.
      trigger.due = due.includes(trigger) ? following : Math.min(trigger.due, following);
    }
    for (const trigger of due) await this.#fire(trigger);
    this.#arm();
  }

  /** Fires a function's timer by hand and gives what the function returned; undefined when it does not exist. */
  async fire(name: string): Promise<{ result: unknown } | undefined> {
    if (!this.functions.has(name)) return undefined;
    const [trigger] = this.functions.config(name).triggers;
    const event = {
      Type: 'Timer',
      TriggerName: trigger?.name ?? name,
      Time: new Date(this.clock.now()).toISOString(),
      Message: '',
    };
    return { result: await this.functions.invoke(name, event, { source: 'wx_trigger' }) };
  }

  stop(): void {
    clearTimeout(this.#timeout);
    this.#triggers = [];
  }

  async #fire(trigger: Trigger): Promise<void> {
    try {
      await this.fire(trigger.function);
    } catch (error) {
      this.log({
        event: 'timer-failed',
        function: trigger.function,
        trigger: trigger.name,
        error: messageOf(error),
      });
    }
  }

  #arm(): void {
    clearTimeout(this.#timeout);
    if (this.#triggers.length === 0) return;
    const wait = Math.min(...this.#triggers.map((trigger) => trigger.due)) - this.clock.now();
    this.#timeout = setTimeout(() => void this.wake(), Math.min(Math.max(wait, 50), longestWaitMs));
  }
}

const next = (cron: Cron, after: number): number => cron.nextRun(new Date(after))?.getTime() ?? Infinity;
