/**
 * `safeStorage` on a Linux without a keyring: Chromium's OSCrypt "v10", whose key is known to everyone. As in Electron it
 * counts as encryption only after `setUsePlainTextEncryption(true)`. No keyring is ever used.
 */
import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { app } from './app.ts';
import { strict } from './strict.ts';

const prefix = Buffer.from('v10');
const iv = Buffer.alloc(16, ' ');
// Chromium: components/os_crypt/sync/os_crypt_linux.cc
const key = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');
let isPlainTextAllowed = false;

const isAvailable = (): boolean => app.isReady() && isPlainTextAllowed;

function encrypt(text: string, method: string): Buffer {
  if (typeof text !== 'string') throw new TypeError(`safeStorage.${method} takes a string`);
  if (!isAvailable())
    throw new Error(`Error while encrypting the text provided to safeStorage.${method}. Encryption is not available.`);
  const cipher = createCipheriv('aes-128-cbc', key, iv);
  return Buffer.concat([prefix, cipher.update(text, 'utf8'), cipher.final()]);
}

function decrypt(bytes: Buffer, method: string): string {
  const failure = `Error while decrypting the ciphertext provided to safeStorage.${method}.`;
  if (!isAvailable()) throw new Error(`${failure} Decryption is not available.`);
  if (!Buffer.isBuffer(bytes)) throw new TypeError(`safeStorage.${method} takes a Buffer`);
  if (!bytes.subarray(0, prefix.length).equals(prefix))
    throw new Error(`${failure} Ciphertext does not appear to be encrypted.`);
  try {
    const decipher = createDecipheriv('aes-128-cbc', key, iv);
    return Buffer.concat([decipher.update(bytes.subarray(prefix.length)), decipher.final()]).toString('utf8');
  } catch {
    throw new Error(failure);
  }
}

export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: isAvailable,
  isAsyncEncryptionAvailable: async (): Promise<boolean> => isAvailable(),
  getSelectedStorageBackend: (): string => (app.isReady() ? 'basic_text' : 'unknown'),
  setUsePlainTextEncryption(isAllowed: boolean): void {
    isPlainTextAllowed = isAllowed;
  },
  encryptString: (text: string): Buffer => encrypt(text, 'encryptString'),
  decryptString: (bytes: Buffer): string => decrypt(bytes, 'decryptString'),
  encryptStringAsync: async (text: string): Promise<Buffer> => encrypt(text, 'encryptStringAsync'),
  decryptStringAsync: async (bytes: Buffer) => ({
    shouldReEncrypt: false,
    result: decrypt(bytes, 'decryptStringAsync'),
  }),
});
