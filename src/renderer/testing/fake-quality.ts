import type { BridgeApi } from '../../shared/ipc/contract.ts';
import { defaultCriteria } from '../../shared/models/default-scorecard.ts';
import type { QualityView, Review, Sample, Scorecard } from '../../shared/models/quality.ts';
import { resultsOf, scoreOf } from '../../shared/models/quality-score.ts';
import { failed, ok } from './fake-envelopes.ts';
import { createTopic } from './topic.ts';

/** How the pretended main keeps scorecards, samples and reviews: as the real one, in memory; a sample is of three conversations. */
export function qualityAnswers(did: (name: string, input?: unknown) => void, now: () => number): BridgeApi['quality'] {
  let revision = 0;
  let cards: readonly Scorecard[] = [{ version: 1, criteria: defaultCriteria('en') }];
  let samples: readonly Sample[] = [];
  const reviews = new Map<string, Review>();
  const newest = (): Scorecard => cards.at(-1) ?? { version: 1, criteria: [] };
  const stateOf = (id: string) => reviews.get(id)?.state ?? 'open';
  const view = (): QualityView => ({
    revision,
    scorecard: newest(),
    earlier: cards.slice(0, -1).toReversed(),
    samples: samples.map(({ items, ...sample }) => ({
      ...sample,
      total: items.length,
      finished: items.filter(({ id }) => stateOf(id) === 'finished').length,
      drafts: items.filter(({ id }) => stateOf(id) === 'draft').length,
    })),
    reviews: { finished: 0, drafts: 0 },
    sealed: true,
    setAside: false,
  });
  const topic = createTopic<QualityView>(view);
  const changed = () => {
    revision += 1;
    topic.push(view());
  };
  return {
    state: (_input, on) => topic.open(on),
    saveScorecard: async (input) => {
      did('quality.saveScorecard', input);
      const card = { version: newest().version + 1, at: now(), criteria: input.criteria };
      cards = [...cards, card];
      changed();
      return ok(card);
    },
    draw: async (input) => {
      did('quality.draw', input);
      const { search, seed, spread, size } = input;
      const items = ['c-9001', 'c-9002', 'c-9003'].map((id) => ({ id, platform: 'voice', flow: 'Billing Inquiry' }));
      const drawn = { considered: 40, cut: false, leftOut: 0, items };
      samples = [{ id: `s-${samples.length}`, at: now(), search, seed, spread, size, ...drawn }, ...samples];
      changed();
      return ok(samples[0]?.id);
    },
    cancelDraw: async () => ok(undefined),
    sample: async ({ id }) => {
      const items = samples.find((one) => one.id === id)?.items;
      return items === undefined ? failed('not-found') : ok(items.map((one) => ({ ...one, state: stateOf(one.id) })));
    },
    forgetSample: async ({ id }) => {
      samples = samples.filter((one) => one.id !== id);
      changed();
      return ok(undefined);
    },
    review: async ({ id }) => {
      const review = reviews.get(id);
      const scorecard = cards.find(({ version }) => version === review?.version) ?? newest();
      return ok({ scorecard, ...(review !== undefined && { review }) });
    },
    saveDraft: async (input) => {
      did('quality.saveDraft', input);
      const { about, judgement } = input;
      const before = reviews.get(about.id);
      const version = before?.version ?? newest().version;
      const history = before?.history ?? [];
      const review: Review = { ...judgement, about, version, state: 'draft', at: now(), by: 'Avery', history };
      reviews.set(about.id, review);
      if (before === undefined) changed();
      return ok(review);
    },
    finish: async ({ id }) => {
      did('quality.finish', { id });
      const draft = reviews.get(id);
      if (draft === undefined) return failed('not-found');
      const { score, failed: fails } = scoreOf(newest().criteria, draft.marks);
      const event = { what: 'finished' as const, at: now(), by: 'Avery', failed: fails, score };
      const review: Review = { ...draft, state: 'finished', at: now(), history: [...draft.history, event] };
      reviews.set(id, review);
      changed();
      return ok(review);
    },
    reopen: async ({ id }) => {
      did('quality.reopen', { id });
      const before = reviews.get(id);
      if (before === undefined) return failed('not-found');
      const history = [...before.history, { what: 'reopened' as const, at: now(), by: 'Avery' }];
      const review: Review = { ...before, state: 'draft', at: now(), history };
      reviews.set(id, review);
      changed();
      return ok(review);
    },
    discard: async ({ id }) => {
      reviews.delete(id);
      changed();
      return ok(undefined);
    },
    results: async () => ok(resultsOf([...reviews.values()], cards)),
    export: async () => ok({ suggestedName: 'quality.csv', text: '' }),
  };
}
