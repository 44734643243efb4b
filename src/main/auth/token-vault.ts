import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { VaultView } from '../../shared/models/session.ts';
import { readTextIfPresent, setAside, writeFileAtomic } from '../storage/atomic-file.ts';
import type { Clock } from '../storage/clock.ts';
import type { SecretBox } from '../storage/secret-box.ts';
import { type VaultStrength, vaultStrength } from '../storage/vault-strength.ts';
import { SecretText } from './secret-text.ts';

const secretsSchema = z.object({
  issuer: z.string(),
  clientId: z.string(),
  refreshToken: z.string().min(1),
  idToken: z.string().optional(),
  user: z.object({ id: z.string(), name: z.string(), email: z.string().optional() }),
  tenants: z.array(z.object({ slug: z.string(), name: z.string(), timeZone: z.string().optional() })),
});

const fileSchema = z.object({
  version: z.literal(1),
  /** The backend that sealed, so that a change is noticed and told. */
  backend: z.string(),
  /** What the operator chose where the OS offers no real protection. */
  choice: z.enum(['memory-only', 'weak-with-consent']).optional(),
  sealed: z.string().optional(),
});
type VaultFile = z.output<typeof fileSchema>;

/** What outlives the app: enough to sign in again without a browser. */
export interface KeptSignIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly refresh: SecretText;
  readonly id?: SecretText;
  readonly user: { readonly id: string; readonly name: string; readonly email?: string };
  /** Last known, for a start without network. */
  readonly tenants: readonly { readonly slug: string; readonly name: string; readonly timeZone?: string }[];
}

export type VaultChoice = 'memory-only' | 'weak-with-consent';

/** Where a sign-in is kept between runs. None of its methods throws: a problem is told by the view. */
export interface TokenVault {
  view(): VaultView;
  /** Reads what is kept. Damage or a changed backend is told, and means signed out. */
  load(): Promise<KeptSignIn | undefined>;
  /** Keeps a sign-in if that is possible and allowed. Resolves when it is on the disk, or the view says why not. */
  save(signIn: KeptSignIn): Promise<void>;
  /** Removes what is kept; the choice stays. */
  clear(): Promise<void>;
  /** Only where the view says `undecided`, `memory-only` or `weak-with-consent` by choice. */
  choose(choice: VaultChoice): Promise<void>;
  /** Told after each change of the view. */
  onChange(listener: () => void): void;
}

export interface TokenVaultOptions {
  readonly file: string;
  readonly box: SecretBox;
  readonly clock: Clock;
}

/** Opens the vault: looks at the OS backend and at what was chosen before. Call it once the app is ready. */
export async function openTokenVault({ file, box, clock }: TokenVaultOptions): Promise<TokenVault> {
  const listeners: (() => void)[] = [];
  const backend = await box.backend().catch(() => 'unknown');
  const strength = await vaultStrength(box);
  let problem: VaultView['problem'];
  let stored: VaultFile | undefined;
  let choice: VaultChoice | undefined;
  let latest: KeptSignIn | undefined;
  // One thing at a time, in order: a late save must not bring back what a sign-out has removed.
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  const tell = (next: VaultView['problem']): void => {
    problem = next;
    for (const listener of listeners) listener();
  };
  const put = async (sealed: string | undefined): Promise<void> => {
    const next: VaultFile = {
      version: 1,
      backend,
      ...(choice === undefined ? {} : { choice }),
      ...(sealed === undefined ? {} : { sealed }),
    };
    if (choice === undefined && sealed === undefined) await rm(file, { force: true });
    else await writeFileAtomic(file, JSON.stringify(next));
    stored = next;
  };
  /** Better nothing than a refresh token that was rotated meanwhile: using it again would look like theft. */
  const dropStale = async (): Promise<void> => {
    await rm(file, { force: true }).catch(() => undefined);
    stored = undefined;
  };
  const mayKeep = (): boolean => strength === 'strong' || (strength === 'weak' && choice === 'weak-with-consent');
  const write = async (signIn: KeptSignIn): Promise<void> => {
    try {
      const sealed = await box.encrypt(JSON.stringify(plain(signIn)));
      await put(Buffer.from(sealed).toString('base64'));
      if (problem !== undefined) tell(undefined);
    } catch {
      await dropStale();
      tell('vault-write-failed');
    }
  };

  try {
    const text = await readTextIfPresent(file);
    if (text !== undefined) stored = fileSchema.parse(JSON.parse(text));
    choice = strength === 'weak' ? stored?.choice : undefined;
  } catch {
    await setAside(file, clock.now());
    problem = 'vault-corrupt';
  }

  return {
    view: () => ({ backend, mode: modeOf(strength, choice), ...(problem === undefined ? {} : { problem }) }),
    load: () =>
      inTurn(async () => {
        if (stored?.sealed === undefined || !mayKeep()) {
          if (stored?.sealed !== undefined && stored.backend !== backend) tell('vault-backend-changed');
          return undefined;
        }
        try {
          const text = await box.decrypt(Buffer.from(stored.sealed, 'base64'));
          latest = kept(secretsSchema.parse(JSON.parse(text)));
          return latest;
        } catch {
          const changed = stored.backend !== backend;
          await setAside(file, clock.now());
          stored = undefined;
          tell(changed ? 'vault-backend-changed' : 'vault-corrupt');
          return undefined;
        }
      }),
    save: (signIn) =>
      inTurn(async () => {
        latest = signIn;
        if (mayKeep()) return write(signIn);
        // An older sign-in must not come back in place of this one.
        if (stored?.sealed !== undefined) await put(undefined).catch(dropStale);
      }),
    clear: () =>
      inTurn(async () => {
        latest = undefined;
        try {
          await put(undefined);
        } catch {
          await dropStale();
        }
      }),
    choose: (next) =>
      inTurn(async () => {
        if (strength !== 'weak') return;
        choice = next;
        if (next === 'weak-with-consent' && latest !== undefined) return write(latest).then(() => tell(problem));
        try {
          await put(undefined);
          tell(problem);
        } catch {
          await dropStale();
          tell('vault-write-failed');
        }
      }),
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

function modeOf(strength: VaultStrength, choice: VaultChoice | undefined): VaultView['mode'] {
  if (strength === 'strong') return 'encrypted';
  return strength === 'none' ? 'memory-only' : (choice ?? 'undecided');
}

function plain(signIn: KeptSignIn): z.input<typeof secretsSchema> {
  const { issuer, clientId, refresh, id, user, tenants } = signIn;
  return {
    issuer,
    clientId,
    refreshToken: refresh.reveal(),
    user,
    tenants: tenants.map(({ slug, name, timeZone }) => ({ slug, name, timeZone })),
    ...(id === undefined ? {} : { idToken: id.reveal() }),
  };
}

function kept(secrets: z.output<typeof secretsSchema>): KeptSignIn {
  const { user } = secrets;
  return {
    issuer: secrets.issuer,
    clientId: secrets.clientId,
    refresh: new SecretText(secrets.refreshToken),
    user: { id: user.id, name: user.name, ...(user.email === undefined ? {} : { email: user.email }) },
    tenants: secrets.tenants.map(({ slug, name, timeZone }) => ({
      slug,
      name,
      ...(timeZone === undefined ? {} : { timeZone }),
    })),
    ...(secrets.idToken === undefined ? {} : { id: new SecretText(secrets.idToken) }),
  };
}
