import { safeStorage } from 'electron';
import type { SecretBox } from './secret-box.ts';

/** The part of Electron's safeStorage used here; a test passes its own. */
export type SafeStorage = Pick<
  typeof safeStorage,
  | 'decryptStringAsync'
  | 'encryptStringAsync'
  | 'getSelectedStorageBackend'
  | 'isAsyncEncryptionAvailable'
  | 'setUsePlainTextEncryption'
>;

/**
 * The OS vault through Electron's safeStorage, by its asynchronous calls (the synchronous ones are deprecated and block
 * the main process while a keyring asks for its password). Use it after the app is ready.
 *
 * On Linux without a keyring Electron offers `basic_text`, a fixed key that protects nothing. Whether that is used is
 * not decided here: `vaultStrength` tells it and the token vault asks the operator.
 *
 * @see https://www.electronjs.org/docs/latest/api/safe-storage
 */
export function createSafeStorageBox(storage: SafeStorage = safeStorage, platform = process.platform): SecretBox {
  const backend = (): string => {
    if (platform === 'darwin') return 'keychain';
    if (platform === 'win32') return 'dpapi';
    return storage.getSelectedStorageBackend();
  };
  /** Electron refuses to use the fixed key until it is told that this is meant. */
  const permitFixedKey = (): void => {
    if (platform === 'linux' && backend() === 'basic_text') storage.setUsePlainTextEncryption(true);
  };
  return {
    async backend() {
      return backend();
    },
    available: () => storage.isAsyncEncryptionAvailable(),
    encrypt(plain) {
      permitFixedKey();
      return storage.encryptStringAsync(plain);
    },
    async decrypt(sealed) {
      permitFixedKey();
      const { result } = await storage.decryptStringAsync(Buffer.from(sealed));
      return result;
    },
  };
}
