import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Criterion, Review, Sample, Scorecard } from '../../shared/models/quality.ts';
import { keptBookSchema, keptDraftsSchema } from '../../shared/models/quality-schemas.ts';
import type { Clock } from '../storage/clock.ts';
import { SealedJsonFile, type SealedJsonOptions } from '../storage/sealed-json.ts';

export interface QualityBookOptions {
  readonly folder: string;
  readonly vault: SealedJsonOptions<unknown>['vault'];
  readonly clock: Clock;
  /** Whose it is (instance and user), so that nobody else who signs in here is shown it. */
  readonly owner: string;
  readonly tenant: string;
  /** What is judged by until somebody edits it. */
  readonly defaults: () => readonly Criterion[];
}

type Kept = z.infer<typeof keptBookSchema>;

/** Samples that are remembered; the oldest go. */
const MOST_SAMPLES = 50;

/**
 * The quality review of one tenant by one operator, kept on this computer: what is finished in one file, drafts in another
 * that is written at each pause of typing. Memory changes only after the file did.
 */
export class QualityBook {
  readonly #options: QualityBookOptions;
  readonly #file: SealedJsonFile<Kept>;
  readonly #draftFile: SealedJsonFile<Review[]>;
  #kept: Kept = { scorecards: [], samples: [], finished: [] };
  #drafts = new Map<string, Review>();
  #turn: Promise<void> = Promise.resolve();

  private constructor(options: QualityBookOptions) {
    this.#options = options;
    const { owner, tenant, folder, vault } = options;
    // Neither a tenant's nor a person's name becomes the name of a file.
    const name = createHash('sha256')
      .update(JSON.stringify([owner, tenant]))
      .digest('hex')
      .slice(0, 24);
    const empty = { scorecards: [], samples: [], finished: [] };
    this.#file = new SealedJsonFile({
      path: join(folder, `${name}.json`),
      vault,
      schema: keptBookSchema,
      key: 'quality',
      empty,
    });
    this.#draftFile = new SealedJsonFile<Review[]>({
      path: join(folder, `${name}.drafts.json`),
      vault,
      schema: keptDraftsSchema,
      key: 'drafts',
      empty: [],
    });
  }

  /** Reads what is kept; a file that cannot be read is set aside, and `wasSetAside` says so. */
  static async open(options: QualityBookOptions): Promise<QualityBook> {
    const book = new QualityBook(options);
    const now = options.clock.now();
    book.#kept = await book.#file.read(now);
    book.#drafts = new Map((await book.#draftFile.read(now)).map((one) => [one.about.id, one]));
    return book;
  }

  get wasSetAside(): boolean {
    return this.#file.wasSetAside || this.#draftFile.wasSetAside;
  }

  /** Every version, the oldest first; the one that comes with the console until there is another. */
  get scorecards(): readonly Scorecard[] {
    const { scorecards } = this.#kept;
    return scorecards.length > 0 ? scorecards : [{ version: 1, criteria: this.#options.defaults() }];
  }

  get scorecard(): Scorecard {
    const newest = this.scorecards.at(-1);
    if (newest === undefined) throw new Error('There is always a scorecard');
    return newest;
  }

  get samples(): readonly Sample[] {
    return this.#kept.samples;
  }

  get finished(): readonly Review[] {
    return this.#kept.finished;
  }

  get drafts(): readonly Review[] {
    return [...this.#drafts.values()];
  }

  /** The draft of a conversation, or else what is finished of it. */
  review(id: string): Review | undefined {
    return this.#drafts.get(id) ?? this.#kept.finished.find(({ about }) => about.id === id);
  }

  isReviewed(id: string): boolean {
    return this.review(id) !== undefined;
  }

  /** One change after another, each on what the one before left. */
  #change(make: (kept: Kept) => Kept): Promise<void> {
    const turn = this.#turn.then(async () => {
      const next = make(this.#kept);
      await this.#file.write(() => next);
      this.#kept = next;
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #writeDrafts(next: Map<string, Review>): Promise<void> {
    // Before the file: two windows' drafts that are written one after the other must both be in the second.
    this.#drafts = next;
    await this.#draftFile.write(() => [...this.#drafts.values()]);
  }

  /** Adds a version. What was reviewed so far keeps its own. @throws the system's error, as all that writes here. */
  async addScorecard(criteria: readonly Criterion[], by: string | undefined): Promise<Scorecard> {
    const card: Scorecard = {
      version: this.scorecard.version + 1,
      at: this.#options.clock.now(),
      ...(by !== undefined && { by }),
      criteria,
    };
    const scorecards = mutable([...this.scorecards, card]);
    await this.#change((kept) => ({ ...kept, scorecards }));
    return card;
  }

  async addSample(sample: Sample): Promise<void> {
    await this.#change((kept) => ({ ...kept, samples: [mutable(sample), ...kept.samples].slice(0, MOST_SAMPLES) }));
  }

  async forgetSample(id: string): Promise<void> {
    await this.#change((kept) => ({ ...kept, samples: kept.samples.filter((one) => one.id !== id) }));
  }

  async putDraft(draft: Review): Promise<void> {
    await this.#writeDrafts(new Map(this.#drafts).set(draft.about.id, draft));
  }

  async dropDraft(id: string): Promise<void> {
    const next = new Map(this.#drafts);
    if (next.delete(id)) await this.#writeDrafts(next);
  }

  /** Keeps a finished review instead of the one before, and drops its draft. */
  async putFinished(review: Review): Promise<void> {
    // The scorecard that it was judged by is kept with it, also the one that came with the console.
    const scorecards = mutable(this.scorecards);
    await this.#change((kept) => ({
      ...kept,
      scorecards,
      finished: [...kept.finished.filter(({ about }) => about.id !== review.about.id), mutable(review)],
    }));
    await this.dropDraft(review.about.id);
  }
}

/** What the schemas read, from what is only ever replaced: zod's types are of arrays that may be written to. */
function mutable<T>(value: T): Mutable<T> {
  return structuredClone(value) as Mutable<T>;
}
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
