import { randomBytes } from 'node:crypto';
import { readTextIfPresent, writeFileAtomic } from '../storage/atomic-file.ts';
import type { SecretBox } from '../storage/secret-box.ts';
import { vaultStrength } from '../storage/vault-strength.ts';

/** Why there is no key: no vault that protects one, or one that does not open the key that is here. */
export type NoKey = 'no-vault' | 'foreign';

/**
 * The key of the desk's file: 32 random bytes that only the OS vault can unseal. Without a vault that protects it there is
 * no key, and so no desk. A key that the vault does not open (another machine's, another keyring's) is left as it is.
 * @throws system errors of the file.
 */
export async function deskKey(path: string, box: SecretBox): Promise<Buffer | NoKey> {
  if ((await vaultStrength(box)) !== 'strong') return 'no-vault';
  const kept = await readTextIfPresent(path);
  if (kept !== undefined) {
    const plain = await box.decrypt(Buffer.from(kept, 'base64')).catch(() => undefined);
    const key = plain === undefined ? undefined : Buffer.from(plain, 'base64');
    return key?.length === 32 ? key : 'foreign';
  }
  const key = randomBytes(32);
  const sealed = await box.encrypt(key.toString('base64'));
  await writeFileAtomic(path, Buffer.from(sealed).toString('base64'));
  return key;
}
