import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { drawSample } from '../../shared/models/draw-sample.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { Mask } from '../../shared/models/mask.ts';
import type {
  Criterion,
  QualityView,
  Review,
  ReviewEvent,
  Sample,
  SampleItem,
  SampleSummary,
  Scorecard,
} from '../../shared/models/quality.ts';
import { resultsOf, scoreOf } from '../../shared/models/quality-score.ts';
import { noteInJournal } from '../commands/acts/act-record.ts';
import type { Me } from '../commands/identity.ts';
import type { JournalFacts } from '../commands/journal/entry.ts';
import type { Journal } from '../commands/journal/journal.ts';
import { valueSource } from '../ipc/value-source.ts';
import type { ArchiveApi } from '../platform/archive/archive-api.ts';
import type { Clock } from '../storage/clock.ts';
import type { SealedJsonOptions } from '../storage/sealed-json.ts';
import { queryOf } from '../transcripts/query-of.ts';
import { QualityBook } from './quality-book.ts';
import { readCandidates } from './read-candidates.ts';
import { reviewLines } from './review-lines.ts';

export interface QualityDeps {
  readonly folder: string;
  readonly vault: SealedJsonOptions<unknown>['vault'];
  readonly apiFor: (tenant: string) => Pick<ArchiveApi, 'search'>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly me: () => Me | undefined;
  /** Instance and user. */
  readonly owner: () => string;
  readonly defaults: () => readonly Criterion[];
  /** How numbers and addresses leave this computer. */
  readonly mask: () => Mask;
}

interface Drawing {
  readonly abort: AbortController;
  read: number;
  total: number | undefined;
}

/** The `quality` group: scorecards, samples and reviews of one operator, kept on this computer and noted in the journal. */
export function createQuality(deps: QualityDeps): Handlers['quality'] {
  const { clock, me, journal } = deps;
  const books = new Map<string, Promise<QualityBook>>();
  const opened = new Map<string, QualityBook>();
  const drawings = new Map<string, Drawing>();
  const listeners = new Set<() => void>();
  let revision = 0;

  const keyOf = (tenant: string): string => JSON.stringify([deps.owner(), tenant]);
  async function bookOf(tenant: string): Promise<QualityBook> {
    const key = keyOf(tenant);
    const { folder, vault, defaults } = deps;
    const opening = books.get(key) ?? QualityBook.open({ folder, vault, clock, defaults, owner: deps.owner(), tenant });
    books.set(key, opening);
    const book = await opening;
    opened.set(key, book);
    return book;
  }
  function changed(): void {
    revision += 1;
    for (const listener of listeners) listener();
  }
  function note(name: string, tenant: string, facts: JournalFacts, conversation?: string): Promise<void> {
    const subject =
      conversation === undefined ? {} : { subject: { kind: 'conversation' as const, ids: [conversation] } };
    return noteInJournal(journal, { name, tenant, me: me() ?? {}, facts, ...subject });
  }
  function by(): { readonly by?: string } {
    const name = me()?.name;
    return name === undefined ? {} : { by: name };
  }
  function cardOf(book: QualityBook, version: number): Scorecard {
    return book.scorecards.find((card) => card.version === version) ?? book.scorecard;
  }

  return {
    state({ tenant }, told) {
      const source = valueSource<QualityView | undefined>(
        () => viewOf(opened.get(keyOf(tenant)), revision, drawings.get(keyOf(tenant)), deps.vault !== undefined),
        (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        told,
      );
      void bookOf(tenant).then(changed);
      return { take: () => source.take(), close: () => source.close() };
    },
    async saveScorecard({ tenant, criteria }) {
      const book = await bookOf(tenant);
      const card = await book.addScorecard(criteria, me()?.name);
      await note('editScorecard', tenant, { version: card.version, criteria: criteria.length });
      changed();
      return card;
    },
    async draw({ tenant, query, search, spread, size, seed, leaveOutReviewed }) {
      const book = await bookOf(tenant);
      const key = keyOf(tenant);
      drawings.get(key)?.abort.abort();
      const drawing: Drawing = { abort: new AbortController(), read: 0, total: undefined };
      drawings.set(key, drawing);
      changed();
      try {
        const { signal } = drawing.abort;
        const { all, cut } = await readCandidates(deps.apiFor(tenant), queryOf(query), signal, (read, total) => {
          drawing.read = read;
          drawing.total = total;
          changed();
        });
        const left = leaveOutReviewed ? all.filter(({ id }) => !book.isReviewed(id)) : all;
        const items = drawSample(left, { seed, size, spread });
        if (items.length === 0) return undefined;
        const [id, at] = [randomUUID(), clock.now()];
        const [considered, leftOut] = [all.length, all.length - left.length];
        await book.addSample({ id, at, search, seed, spread, size, considered, cut, leftOut, items });
        await note('drawSample', tenant, { seed, spread, size, considered, conversations: items.length });
        return id;
      } catch (thrown) {
        if (drawing.abort.signal.aborted) return undefined;
        throw thrown;
      } finally {
        if (drawings.get(key) === drawing) drawings.delete(key);
        changed();
      }
    },
    cancelDraw: ({ tenant }) => drawings.get(keyOf(tenant))?.abort.abort(),
    async sample({ tenant, id }) {
      const book = await bookOf(tenant);
      const found = book.samples.find((one) => one.id === id);
      if (found === undefined) throw new FailureError('not-found', 'The sample is not there any more');
      return found.items.map((one): SampleItem => ({ ...one, ...stateOf(book, one.id) }));
    },
    async forgetSample({ tenant, id }) {
      await (await bookOf(tenant)).forgetSample(id);
      changed();
    },
    async review({ tenant, id }) {
      const book = await bookOf(tenant);
      const review = book.review(id);
      return review === undefined ? { scorecard: book.scorecard } : { review, scorecard: cardOf(book, review.version) };
    },
    async saveDraft({ tenant, about, judgement }) {
      const book = await bookOf(tenant);
      const before = book.review(about.id);
      if (before?.state === 'finished')
        throw new FailureError('conflict', 'The review is finished', { reason: 'review-finished' });
      const draft: Review = {
        ...judgement,
        about,
        version: before?.version ?? book.scorecard.version,
        state: 'draft',
        at: clock.now(),
        ...by(),
        history: before?.history ?? [],
      };
      await book.putDraft(draft);
      if (before === undefined) changed();
      return draft;
    },
    async finish({ tenant, id }) {
      const book = await bookOf(tenant);
      const draft = book.review(id);
      if (draft === undefined) throw new FailureError('not-found', 'There is no draft of this review');
      if (draft.state === 'finished') return draft;
      const { score, failed, missing } = scoreOf(cardOf(book, draft.version).criteria, draft.marks);
      if (missing.length > 0)
        throw new FailureError('invalid', 'A criterion has no mark yet', { reason: 'review-incomplete' });
      const at = clock.now();
      const event: ReviewEvent = { what: 'finished', at, ...by(), failed, ...(score !== undefined && { score }) };
      const review: Review = { ...draft, state: 'finished', at, ...by(), history: [...draft.history, event] };
      await book.putFinished(review);
      const facts = { version: review.version, failed, notes: review.notes.length };
      await note('finishReview', tenant, { ...facts, ...(score !== undefined && { score }) }, id);
      changed();
      return review;
    },
    async reopen({ tenant, id }) {
      const book = await bookOf(tenant);
      const before = book.review(id);
      if (before === undefined) throw new FailureError('not-found', 'There is no review of this conversation');
      if (before.state === 'draft') return before;
      const at = clock.now();
      const draft: Review = {
        ...before,
        state: 'draft',
        at,
        history: [...before.history, { what: 'reopened', at, ...by() }],
      };
      await book.putDraft(draft);
      await note('reopenReview', tenant, { version: draft.version }, id);
      changed();
      return draft;
    },
    async discard({ tenant, id }) {
      await (await bookOf(tenant)).dropDraft(id);
      changed();
    },
    async results({ tenant }) {
      const book = await bookOf(tenant);
      return resultsOf(book.finished, book.scorecards);
    },
    async export({ tenant }) {
      const book = await bookOf(tenant);
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      const text = reviewLines(book.finished, book.scorecards, deps.mask());
      await note('exportReviews', tenant, { reviews: book.finished.length });
      return { suggestedName: `quality-${tenant}-${day}.csv`, text };
    },
  };
}

function stateOf(book: QualityBook, id: string): Pick<SampleItem, 'state' | 'score' | 'failed'> {
  const review = book.review(id);
  if (review === undefined) return { state: 'open' };
  const last = review.history.findLast(({ what }) => what === 'finished');
  return {
    state: review.state,
    ...(last?.score !== undefined && { score: last.score }),
    ...(last?.failed !== undefined && { failed: last.failed }),
  };
}

function summaryOf(book: QualityBook, { items, ...sample }: Sample): SampleSummary {
  const states = items.map(({ id }) => book.review(id)?.state);
  const count = (wanted: Review['state']): number => states.filter((state) => state === wanted).length;
  return { ...sample, total: items.length, finished: count('finished'), drafts: count('draft') };
}

function viewOf(
  book: QualityBook | undefined,
  revision: number,
  drawing: Drawing | undefined,
  sealed: boolean,
): QualityView | undefined {
  if (book === undefined) return undefined;
  const { scorecard, scorecards } = book;
  return {
    revision,
    scorecard,
    earlier: scorecards.slice(0, -1).toReversed(),
    samples: book.samples.map((sample) => summaryOf(book, sample)),
    reviews: { finished: book.finished.length, drafts: book.drafts.length },
    ...(drawing !== undefined && {
      drawing: { read: drawing.read, ...(drawing.total !== undefined && { total: drawing.total }) },
    }),
    sealed,
    setAside: book.wasSetAside,
  };
}
