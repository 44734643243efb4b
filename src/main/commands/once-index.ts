import type { Journal } from './journal/journal.ts';

export type OnceState = 'done' | 'unknown';

/**
 * What was sent and must never be sent again, remembered in memory and found again in the journal after a restart. A
 * request that was about to be sent when the console died counts as sent: it may have been.
 */
export class OnceIndex {
  readonly #journal: Journal;
  #states: Promise<Map<string, OnceState>> | undefined;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** What is known of this digest; undefined when it was never sent, or certainly not carried out. Throws when the journal cannot be read. */
  async state(once: string): Promise<OnceState | undefined> {
    return (await this.#load()).get(once);
  }

  /** Notes what became of it. */
  async set(once: string, state: OnceState | 'refused'): Promise<void> {
    const states = await this.#load();
    if (state === 'refused') states.delete(once);
    else states.set(once, state);
  }

  #load(): Promise<Map<string, OnceState>> {
    this.#states ??= this.#read().catch((error: unknown) => {
      this.#states = undefined;
      throw error;
    });
    return this.#states;
  }

  async #read(): Promise<Map<string, OnceState>> {
    const states = new Map<string, OnceState>();
    for (const { phase, once, outcome } of await this.#journal.facts()) {
      if (once === undefined) continue;
      if (phase === 'sending') states.set(once, 'unknown');
      else if (outcome === 'refused') states.delete(once);
      else if (outcome !== undefined) states.set(once, outcome);
    }
    return states;
  }
}
