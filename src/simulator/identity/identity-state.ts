import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { AdapterPayload } from 'oidc-provider';
import { z } from 'zod';

export interface StoredEntry {
  readonly payload: AdapterPayload;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** All that the identity server must remember between restarts: its seed and its sessions, grants and tokens. */
export interface IdentityState {
  readonly seed: string;
  /** Keyed `Model:id`, as `Grant:…` or `RefreshToken:…`. */
  readonly entries: Map<string, StoredEntry>;
  /** Told after every change, for a state that lives in a file. */
  readonly changed: () => void;
}

/**
 * Makes an empty state that lives in memory.
 *
 * @param seed decides signing key and cookie keys; random when left out
 */
export function createIdentityState(seed: string = randomBytes(24).toString('base64url')): IdentityState {
  return { seed, entries: new Map(), changed: () => {} };
}

const fileSchema = z.object({
  seed: z.string().min(1),
  entries: z.array(
    z.tuple([z.string(), z.object({ payload: z.record(z.string(), z.unknown()), expiresAt: z.number() })]),
  ),
});

/**
 * Opens a state kept in a file (mode 600), so that sessions outlive a killed process. A missing file is a new state.
 *
 * @param path where it is kept; it holds the tokens of a demo instance, keep it out of version control
 * @param seed used only when the file is new
 * @throws when the file exists but cannot be read as a state
 */
export function openIdentityStateFile(path: string, seed?: string): IdentityState {
  const kept = readKept(path);
  const state = createIdentityState(kept?.seed ?? seed);
  for (const [key, entry] of kept?.entries ?? []) state.entries.set(key, entry);
  const save = () => {
    const text = JSON.stringify({ seed: state.seed, entries: [...state.entries] });
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  save();
  return { ...state, changed: save };
}

function readKept(path: string): z.infer<typeof fileSchema> | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
  return fileSchema.parse(JSON.parse(text));
}
