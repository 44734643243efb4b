import { z } from 'zod';
import type { DraftsHealth } from '../../shared/models/draft.ts';
import { readTextIfPresent, setAside, writeFileAtomic } from './atomic-file.ts';
import type { Clock } from './clock.ts';
import type { SecretBox } from './secret-box.ts';
import { vaultStrength } from './vault-strength.ts';
import { createWriteBehind } from './write-behind.ts';

/** Together with a file write this stays well under the 250 ms after which typed text must survive a SIGKILL. */
const WRITE_DELAY_MS = 50;

const entriesSchema = z.record(z.string(), z.object({ text: z.string(), at: z.number() }));
const fileSchema = z.object({
  version: z.literal(1),
  /** base64 of the sealed entries; where the OS has no vault worth the name they are plain, in a file of mode 0600. */
  sealed: z.string().optional(),
  entries: entriesSchema.optional(),
});

type DraftsProblem = NonNullable<DraftsHealth['problem']>;

/** @param origin the window that changed the draft; '' for the console itself */
type DraftListener = (key: DraftKey, text: string, origin: string) => void;

export interface DraftKey {
  readonly tenant: string;
  readonly id: string;
}

/** What an operator has typed and not sent, per conversation. It outlives windows, crashes, sign-out and restarts. */
export interface Drafts {
  /** The text, or '' when there is none. */
  get(key: DraftKey): string;
  /**
   * Keeps the text; '' removes it. Memory changes at once, the disk within 250 ms.
   * @param origin the window that changed it, as it calls itself; none for the console itself
   */
  set(key: DraftKey, text: string, origin?: string): void;
  /** Removes the draft of a text that was sent, unless something else was typed since. */
  sent(key: DraftKey, text: string): void;
  /** Writes what is not yet on the disk; call it before the app ends. @throws the system's error */
  flush(): Promise<void>;
  /** Tells of each change of a draft of the present owner, and of nothing else. Returns how to end it. */
  subscribe(listener: DraftListener): () => void;
  /** Told when the problem changes. Returns how to end it. */
  onProblem(listener: () => void): () => void;
  /** Set while drafts could not be read (the file was set aside) or are not getting to the disk. */
  problem(): DraftsProblem | undefined;
}

export interface DraftsOptions {
  readonly file: string;
  readonly box: SecretBox;
  readonly clock: Clock;
  /** Whose drafts they are (instance and user), so that nobody else who signs in here is shown them. */
  readonly owner: () => string;
}

/** Opens the drafts of this machine. A file that cannot be read is set aside and reported, never fatal. */
export async function openDrafts(options: DraftsOptions): Promise<Drafts> {
  let problem: DraftsProblem | undefined;
  const listeners = new Set<DraftListener>();
  const problemListeners = new Set<() => void>();
  const setProblem = (next: DraftsProblem | undefined): void => {
    if (problem === next) return;
    problem = next;
    for (const listener of problemListeners) listener();
  };
  const entries = new Map<string, { text: string; at: number }>();
  try {
    for (const [key, entry] of Object.entries(await readEntries(options))) entries.set(key, entry);
  } catch {
    problem = 'drafts-corrupt';
    await setAside(options.file, options.clock.now());
  }

  const writer = createWriteBehind(
    options.clock,
    WRITE_DELAY_MS,
    async () => {
      await writeFileAtomic(options.file, await seal(options.box, Object.fromEntries(entries)));
      if (problem === 'drafts-write-failed') setProblem(undefined);
    },
    () => setProblem('drafts-write-failed'),
  );
  const nameOf = ({ tenant, id }: DraftKey): string => JSON.stringify([options.owner(), tenant, id]);

  const get = (key: DraftKey): string => entries.get(nameOf(key))?.text ?? '';
  const set = (key: DraftKey, text: string, origin = ''): void => {
    if (get(key) === text) return;
    if (text === '') entries.delete(nameOf(key));
    else entries.set(nameOf(key), { text, at: options.clock.now() });
    writer.changed();
    for (const listener of listeners) listener(key, text, origin);
  };

  return {
    get,
    set,
    sent(key, text) {
      if (get(key) === text) set(key, '');
    },
    async flush() {
      try {
        await writer.flush();
      } catch (error) {
        setProblem('drafts-write-failed');
        throw error;
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onProblem: (listener) => {
      problemListeners.add(listener);
      return () => problemListeners.delete(listener);
    },
    problem: () => problem,
  };
}

async function readEntries({ file, box }: DraftsOptions): Promise<z.output<typeof entriesSchema>> {
  const text = await readTextIfPresent(file);
  if (text === undefined) return {};
  const stored = fileSchema.parse(JSON.parse(text));
  if (stored.sealed === undefined) return stored.entries ?? {};
  return entriesSchema.parse(JSON.parse(await box.decrypt(Buffer.from(stored.sealed, 'base64'))));
}

/** Sealed where the vault protects; a vault that refuses just now must not cost the operator the text. */
async function seal(box: SecretBox, entries: z.output<typeof entriesSchema>): Promise<string> {
  if ((await vaultStrength(box)) === 'strong') {
    try {
      const sealed = Buffer.from(await box.encrypt(JSON.stringify(entries))).toString('base64');
      return JSON.stringify({ version: 1, sealed });
    } catch {
      // Falls through to the plain form.
    }
  }
  return JSON.stringify({ version: 1, entries });
}
