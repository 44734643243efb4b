import type { Handler } from '../../shared/models/conversation.ts';

/** The operator, as far as the console knows; ids of the identity server and of the instance need not be the same. */
export interface Me {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

export type Whose = 'mine' | 'other' | 'unclear' | 'nobody';

/**
 * Tells whether a handler is the operator. The instance may know them by another id than the sign-in does, so what a
 * successful take-over answered is learned, and a difference of ids alone proves nothing.
 */
export class Identity {
  readonly #me: () => Me | undefined;
  readonly #learned = new Set<string>();

  constructor(me: () => Me | undefined) {
    this.#me = me;
  }

  get me(): Me {
    return this.#me() ?? {};
  }

  /** Whose conversation it is. */
  whose(handler: Handler): Whose {
    if (handler.kind !== 'human') return 'nobody';
    const { id, name } = this.me;
    if (handler.userId !== undefined && (handler.userId === id || this.#learned.has(handler.userId))) return 'mine';
    if (handler.userId !== undefined && this.#learned.size > 0) return 'other';
    if (name === undefined || handler.name === undefined) {
      // Without names, ids that differ may still be two names for one person.
      return 'unclear';
    }
    return handler.name === name ? 'mine' : 'other';
  }

  /** The instance answered this operator's take-over with this handler: that is how it calls them. */
  learn(handler: Handler): void {
    if (handler.kind === 'human' && handler.userId !== undefined) this.#learned.add(handler.userId);
  }
}
