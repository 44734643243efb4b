import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { FailureError } from '../../shared/models/failure.ts';
import {
  type HandOver,
  type KeptHandOver,
  type SignedHandOver,
  signedHandOverSchema,
} from '../../shared/models/hand-over.ts';
import { noteInJournal } from '../commands/acts/act-record.ts';
import type { Me } from '../commands/identity.ts';
import { gatherEntries } from '../commands/journal/entries.ts';
import type { Journal } from '../commands/journal/journal.ts';
import type { Clock } from '../storage/clock.ts';
import { SealedJsonFile, type SealedJsonOptions } from '../storage/sealed-json.ts';
import { gatherHandOver, type HandOverSources } from './gather.ts';

export interface HandOversDeps {
  readonly sources: HandOverSources;
  readonly file: Pick<SealedJsonOptions<unknown>, 'path' | 'vault'>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly me: () => Me | undefined;
}

const SIGN = 'signHandOver';
const MOST_KEPT = 400;
const MOST_DRAFTS = 20;

/** The `handOver` group: gathers what there is, keeps what was signed, and notes each signature in the journal. */
export function createHandOvers({ sources, file, journal, clock, me }: HandOversDeps): Handlers['handOver'] {
  const kept = new SealedJsonFile<SignedHandOver[]>({
    ...file,
    schema: z.array(signedHandOverSchema),
    key: 'handOvers',
    empty: [],
  });
  const drafts = new Map<string, HandOver>();
  let signed: Promise<SignedHandOver[]> | undefined;
  const all = (): Promise<SignedHandOver[]> => {
    signed ??= kept.read(clock.now());
    return signed;
  };
  /** Digests of what was signed, as the chained journal has them. */
  const journaled = async (): Promise<ReadonlySet<unknown>> => {
    const entries = gatherEntries(await journal.read().catch(() => []));
    return new Set(entries.flatMap(({ action, facts }) => (action === SIGN ? [facts?.['digest']] : [])));
  };
  const asKept = (one: SignedHandOver, digests: ReadonlySet<unknown>): KeptHandOver => ({
    ...one,
    unchanged: digestOf(one) === one.digest && digests.has(one.digest),
  });

  return {
    async draft({ tenant }) {
      const draft = await gatherHandOver(sources, tenant, randomUUID(), clock.now());
      drafts.set(draft.id, draft);
      for (const id of [...drafts.keys()].slice(0, -MOST_DRAFTS)) drafts.delete(id);
      return draft;
    },
    async sign({ tenant, draft: id, signedBy, note }) {
      const draft = drafts.get(id);
      if (draft?.tenant !== tenant) throw new FailureError('stale', 'This hand-over is not known any more');
      const account = me()?.name;
      const one = {
        ...draft,
        signedAt: clock.now(),
        signedBy,
        note,
        ...(account === undefined ? {} : { account }),
      };
      const whole: SignedHandOver = { ...one, digest: digestOf(one) };
      const before = await all();
      // Kept first: a signature in the journal always has its page.
      const next = [...before, whole].slice(-MOST_KEPT);
      await kept.write(() => next);
      signed = Promise.resolve(next);
      const facts = {
        digest: whole.digest,
        signedBy,
        alerts: draft.alerts.items.length,
        incidents: draft.incidents.items.length,
      };
      await noteInJournal(journal, { name: SIGN, tenant, me: me() ?? {}, facts });
      drafts.delete(id);
      return asKept(whole, new Set([whole.digest]));
    },
    async signed({ tenant }) {
      const [mine, digests] = await Promise.all([all(), journaled()]);
      return mine
        .filter((one) => one.tenant === tenant)
        .reverse()
        .map((one) => asKept(one, digests));
    },
  };
}

/** SHA-256 over everything that was signed, by name in the order of the alphabet. */
function digestOf({ digest: _own, ...content }: Omit<SignedHandOver, 'digest'> & { readonly digest?: string }): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, held]) => [name, sorted(held)]),
  );
}
