import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretBox } from '../secret-box.ts';

/** A vault in memory: AES-256-GCM with a key of its own, so that another box cannot open what this one sealed. */
export class MemoryBox implements SecretBox {
  readonly #key = randomBytes(32);
  #backend: string;
  #available: boolean;
  /** Set to make the next calls fail, as a locked keyring does. */
  refuses = false;

  constructor(backend = 'gnome_libsecret', available = true) {
    this.#backend = backend;
    this.#available = available;
  }

  /** The desktop changed under the app: another name, the same key. */
  rename(backend: string): void {
    this.#backend = backend;
  }

  backend(): Promise<string> {
    return Promise.resolve(this.#backend);
  }

  available(): Promise<boolean> {
    return Promise.resolve(this.#available);
  }

  encrypt(plain: string): Promise<Uint8Array> {
    if (this.refuses) return Promise.reject(new Error('The keyring is locked'));
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Promise.resolve(Buffer.concat([iv, cipher.getAuthTag(), body]));
  }

  async decrypt(sealed: Uint8Array): Promise<string> {
    if (this.refuses) throw new Error('The keyring is locked');
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  }
}
