import { describe, expect, it } from 'vitest';
import { createSafeStorageBox, type SafeStorage } from './safe-storage-box.ts';
import { vaultStrength } from './vault-strength.ts';

/** Behaves as Electron on Linux: with basic_text nothing is available until plain-text encryption was permitted. */
function fakeSafeStorage(backend: ReturnType<SafeStorage['getSelectedStorageBackend']>, working = true) {
  let permitted = false;
  const usable = () => working && (backend !== 'basic_text' || permitted);
  const storage: SafeStorage & { permitted(): boolean } = {
    permitted: () => permitted,
    getSelectedStorageBackend: () => backend,
    setUsePlainTextEncryption(use) {
      permitted = use;
    },
    isAsyncEncryptionAvailable: async () => usable(),
    async encryptStringAsync(plain) {
      if (!usable()) throw new Error('Error while encrypting the text');
      return Buffer.from(`sealed:${plain}`);
    },
    async decryptStringAsync(sealed) {
      const text = sealed.toString();
      if (!usable() || !text.startsWith('sealed:')) throw new Error('Error while decrypting the ciphertext');
      return { shouldReEncrypt: false, result: text.slice(7) };
    },
  };
  return storage;
}

describe('createSafeStorageBox', () => {
  it.each([
    ['darwin', 'unknown', 'keychain'],
    ['win32', 'unknown', 'dpapi'],
    ['linux', 'kwallet6', 'kwallet6'],
  ] as const)('names the backend on %s', async (platform, selected, expected) => {
    const box = createSafeStorageBox(fakeSafeStorage(selected), platform);
    expect(await box.backend()).toBe(expected);
    expect(await vaultStrength(box)).toBe('strong');
    expect(await box.decrypt(await box.encrypt('héllo'))).toBe('héllo');
  });

  it('does not permit the fixed key of basic_text by only being asked about', async () => {
    const storage = fakeSafeStorage('basic_text');
    const box = createSafeStorageBox(storage, 'linux');
    expect(await vaultStrength(box)).toBe('weak');
    expect(storage.permitted()).toBe(false);
    expect(await box.decrypt(await box.encrypt('x'))).toBe('x');
    expect(storage.permitted()).toBe(true);
  });

  it('reports a vault that does not work, and passes refusals on', async () => {
    const box = createSafeStorageBox(fakeSafeStorage('gnome_libsecret', false), 'linux');
    expect(await vaultStrength(box)).toBe('none');
    await expect(box.encrypt('x')).rejects.toThrow('encrypting');
    await expect(
      createSafeStorageBox(fakeSafeStorage('kwallet'), 'linux').decrypt(Buffer.from('junk')),
    ).rejects.toThrow('decrypting');
  });
});
