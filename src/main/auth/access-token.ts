import { inspect } from 'node:util';

/**
 * An access token that can be used but not read: it puts itself on a request and refuses every way of being written
 * out (JSON, string, inspection, structured clone drops private fields), so it cannot reach a log, a file or a window.
 */
export class AccessToken {
  readonly #value: string;
  /** Epoch ms on this machine's clock. */
  readonly expiresAt: number;

  constructor(value: string, expiresAt: number) {
    this.#value = value;
    this.expiresAt = expiresAt;
  }

  /** Adds the Authorization header. The only way the value leaves this object. */
  authorize(headers: Headers): void {
    headers.set('authorization', `Bearer ${this.#value}`);
  }

  toJSON(): never {
    throw new TypeError('An access token cannot be serialised');
  }

  toString(): string {
    return '[access token]';
  }

  [inspect.custom](): string {
    return '[access token]';
  }
}
