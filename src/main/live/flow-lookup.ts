import type { Conversation } from '../../shared/models/conversation.ts';
import type { Flow } from '../../shared/models/transcript.ts';
import type { TenantApi } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';

/**
 * Finds the flow that a conversation follows. Flows are read once and kept for `maxAgeMs`; an instance that does not
 * list them, or refuses, leaves the transcript without its flow rather than without itself.
 */
export class FlowLookup {
  readonly #api: Pick<TenantApi, 'can' | 'flows'>;
  readonly #clock: Clock;
  readonly #maxAgeMs: number;
  #flows: Promise<readonly Flow[]> | undefined;
  #readAt = 0;

  constructor(api: Pick<TenantApi, 'can' | 'flows'>, clock: Clock, maxAgeMs: number) {
    this.#api = api;
    this.#clock = clock;
    this.#maxAgeMs = maxAgeMs;
  }

  /** Begins to read the flows, so that they are here when a transcript is. Never throws. */
  prepare(): void {
    if (this.#api.can('flows.list')) void this.#read();
  }

  /** The flow by id, else by name; undefined when it is not known. Never throws. */
  async of(conversation: Conversation): Promise<Flow | undefined> {
    const wanted = conversation.flow;
    if (wanted === undefined || !this.#api.can('flows.list')) return undefined;
    const flows = await this.#read();
    return flows.find((flow) => flow.id === wanted.id) ?? flows.find((flow) => flow.name === wanted.name);
  }

  #read(): Promise<readonly Flow[]> {
    const now = this.#clock.now();
    if (this.#flows === undefined || now - this.#readAt > this.#maxAgeMs) {
      this.#readAt = now;
      // A refusal is kept as long as an answer, so that a console without the scope does not ask at every opening.
      this.#flows = this.#api.flows().catch(() => []);
    }
    return this.#flows;
  }
}
