import { randomBytes } from 'node:crypto';
import { readTextIfPresent, writeFileAtomic } from '../storage/atomic-file.ts';
import type { SecretBox } from '../storage/secret-box.ts';
import { vaultStrength } from '../storage/vault-strength.ts';

/**
 * The key of the desk's file: 32 random bytes that only the OS vault can unseal. Without a vault that protects it there is
 * no key, and so no desk.
 * @returns undefined where the vault is weak or absent, or where it no longer opens the key (another machine's file).
 * @throws system errors of the file.
 */
export async function deskKey(path: string, box: SecretBox): Promise<Buffer | undefined> {
  if ((await vaultStrength(box)) !== 'strong') return undefined;
  const kept = await readTextIfPresent(path);
  if (kept !== undefined) {
    const plain = await box.decrypt(Buffer.from(kept, 'base64')).catch(() => undefined);
    const key = plain === undefined ? undefined : Buffer.from(plain, 'base64');
    return key?.length === 32 ? key : undefined;
  }
  const key = randomBytes(32);
  const sealed = await box.encrypt(key.toString('base64'));
  await writeFileAtomic(path, Buffer.from(sealed).toString('base64'));
  return key;
}
