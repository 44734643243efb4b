import { inspect } from 'node:util';

/**
 * A secret that must be sent as text (refresh token, id token, pasted JWT) and refuses every accidental way out: JSON,
 * string, inspection; a structured clone drops private fields.
 */
export class SecretText {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The secret itself: for a request body or the vault, never for a message. */
  reveal(): string {
    return this.#value;
  }

  toJSON(): never {
    throw new TypeError('A secret cannot be serialised');
  }

  toString(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
