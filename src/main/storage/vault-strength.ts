import type { SecretBox } from './secret-box.ts';

/**
 * What the OS vault is worth: `strong` really protects, `weak` only obscures (a key that every program knows), `none`
 * cannot be used at all.
 */
export type VaultStrength = 'strong' | 'weak' | 'none';

/** Asks the vault once more each time: a keyring may be unlocked, or a desktop changed, while the app runs. */
export async function vaultStrength(box: SecretBox): Promise<VaultStrength> {
  try {
    if ((await box.backend()) === 'basic_text') return 'weak';
    return (await box.available()) ? 'strong' : 'none';
  } catch {
    return 'none';
  }
}
