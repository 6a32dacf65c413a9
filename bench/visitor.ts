import type { ActionName, Input, Output } from '../contract/actions';
import type { Client } from '../demo/client';
import { nameOf } from './crowd';

const items = [
  'disability-certificate',
  'elderly-allowance',
  'minimum-living-allowance',
  'temporary-relief',
  'policy-consultation',
  'senior-preference-card',
];

/** A resident of the crowd with their phone: how long each of their calls took is written down, in milliseconds. */
export class Visitor {
  readonly taken = new Map<ActionName, number[]>();
  readonly #item: string;

  constructor(
    private readonly client: Client,
    private readonly i: number,
  ) {
    this.#item = items[i % items.length] ?? '';
  }

  async ask(): Promise<string> {
    const { caseId } = await this.#call('cases.submit', {
      serviceCode: this.#item,
      mode: 'counter',
      note: '帮我办',
    });
    return caseId;
  }

  /** Looks what has become of it, and at the item once more. */
  async look(caseId: string): Promise<void> {
    await this.#call('cases.detail', { caseId });
    await this.#call('cases.mine', {});
    await this.#call('catalog.detail', { code: this.#item });
  }

  /** Asks, looks, and takes it back: then they may ask again, and no agent fills up. */
  async visit(): Promise<void> {
    const caseId = await this.ask();
    await this.look(caseId);
    await this.#call('cases.cancel', { caseId });
  }

  async #call<N extends ActionName>(name: N, input: Input<N>): Promise<Output<N>> {
    const started = performance.now();
    const answer = await this.client.ok(nameOf(this.i), name, input);
    const taken = this.taken.get(name) ?? [];
    taken.push(performance.now() - started);
    this.taken.set(name, taken);
    return answer;
  }
}
