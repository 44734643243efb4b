import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation, ConversationRow } from '../../shared/models/conversation.ts';
import {
  type AspectBits,
  aspectBits,
  feelingOf,
  moodStep,
  type RowAspect,
  trendStep,
} from '../../shared/models/row-aspects.ts';
import { aConversation } from '../../shared/testing/a-conversation.ts';
import { ConversationStore } from './conversation-store.ts';
import { UNSEEN_MS } from './sight-cursor.ts';
import { DrivenClock } from './testing/driven-clock.ts';
import { RowsWindow } from './testing/window-model.ts';

const limits = { endedLingerMs: 60_000, maxRows: 100 };
const IDS = ['a', 'b', 'c', 'd'] as const;
const VIEW = 'window-1';

function setUp(ids: readonly string[] = IDS) {
  const clock = new DrivenClock();
  const store = new ConversationStore(limits);
  const first = ids.map((id) => aConversation({ id }));
  store.reconcile(first, { sequence: 0, askedAt: 0, at: clock.now() }, true);
  let calls = 0;
  let tell = (): void => undefined;
  const window = new RowsWindow((changed) => {
    tell = changed;
    return store.openView(VIEW, clock, () => {
      calls += 1;
      tell();
    });
  });
  window.pump();
  let revision = 1;
  const change = (id: string, particulars: Partial<Conversation>) => {
    revision += 1;
    const stamp = { sequence: revision, arrival: revision, at: clock.now() };
    store.apply({ ...(store.row(id) ?? aConversation({ id })), ...particulars, revision }, stamp, true);
  };
  const look = (shown: readonly string[], ...follow: readonly RowAspect[]) =>
    store.look(VIEW, { shown: new Set(shown), follow: aspectBits(follow) });
  return { clock, store, window, change, look, calls: () => calls };
}

test('a window that tells nothing of itself is told everything at once', () => {
  const { window, change, calls } = setUp();
  change('a', { state: 'x' });
  expect(calls()).toBe(1);
  window.pump();
  expect(window.rows.get('a')?.state).toBe('x');
});

test('a row on screen is told at once, what is not followed of another only when it comes on screen', async () => {
  const { clock, window, change, look, calls } = setUp();
  look(['a'], 'risk');
  change('b', { state: 'x' });
  await clock.advance(10_000);
  expect(calls()).toBe(0);
  change('a', { state: 'x' });
  expect(calls()).toBe(1);
  window.pump();
  expect(window.rows.get('a')?.state).toBe('x');
  expect(window.rows.get('b')?.state).toBeUndefined();
  look(['a', 'b'], 'risk');
  expect(calls()).toBe(2);
  window.pump();
  expect(window.rows.get('b')?.state).toBe('x');
});

test('what is followed of a row out of sight is told at once after a calm moment, then at its own pace', async () => {
  const { clock, window, change, look, calls } = setUp();
  look([], 'risk');
  await clock.advance(1_000);
  change('a', { risk: { level: 3, label: 'high' } });
  expect(calls()).toBe(1);
  window.pump();
  expect(window.rows.get('a')?.risk?.level).toBe(3);
  change('b', { risk: { level: 2, label: 'elevated' } });
  change('c', { risk: { level: 1, label: 'guarded' } });
  expect(calls()).toBe(1);
  await clock.advance(UNSEEN_MS);
  expect(calls()).toBe(2);
  window.pump();
  expect(window.rows.get('c')?.risk?.level).toBe(1);
});

test('rows that come and go are told whatever is followed', async () => {
  const { clock, store, window, change, look } = setUp();
  look([], 'risk');
  change('new', {});
  store.reconcile([aConversation({ id: 'a', revision: 99 })], { sequence: 99, askedAt: 99, at: clock.now() }, false);
  await clock.advance(UNSEEN_MS);
  window.pump();
  expect([...window.rows.keys()]).toEqual(['a']);
});

test('following more brings what was held back of it', () => {
  const { window, change, look } = setUp();
  look([], 'risk');
  change('a', { state: 'x' });
  change('b', { language: 'fr' });
  look([], 'risk', 'state');
  window.pump();
  expect(window.rows.get('a')?.state).toBe('x');
  expect(window.rows.get('b')?.language).toBeUndefined();
});

test('a closed window’s look reaches nobody, and its timer does not run on', async () => {
  const { clock, window, change, look, calls } = setUp();
  look([], 'risk');
  change('a', { risk: { level: 3, label: 'high' } });
  window.pump();
  const before = calls();
  change('b', { risk: { level: 3, label: 'high' } });
  window.close();
  look(['b'], 'risk');
  await clock.advance(UNSEEN_MS * 2);
  expect(calls()).toBe(before);
  expect(clock.pending).toBe(0);
});

/** What a window that follows these may be held to. */
function followed(row: ConversationRow, bits: AspectBits): unknown {
  const has = (aspect: RowAspect) => (bits & aspectBits([aspect])) !== 0;
  return [
    row.id,
    has('risk') && row.risk?.level,
    has('state') && row.state,
    has('sentimentTrend') && row.sentimentTrend,
    has('mood') && moodStep(row),
    has('trend') && trendStep(row),
    has('sentiments') && row.sentiments,
    has('feeling') && feelingOf(row),
    has('queue') && row.queue,
  ];
}

test('whatever happens and wherever the window looks: what it shows and follows is the store’s, in the end', async () => {
  const id = fc.constantFrom(...IDS);
  const news = fc.record({
    kind: fc.constant('news' as const),
    id,
    particulars: fc.record(
      {
        risk: fc.record({ level: fc.constantFrom(0, 3, 4), label: fc.constant('x') }),
        state: fc.constantFrom('x', 'y'),
        sentimentTrend: fc.array(fc.constantFrom(-0.9, -0.8, 0, 0.1, 0.9), { maxLength: 2 }),
        sentiments: fc.array(fc.record({ name: fc.constantFrom('anger', 'joy'), score: fc.constantFrom(0.3, 0.6) }), {
          maxLength: 2,
        }),
        queue: fc.record({ skills: fc.array(fc.constantFrom('s', 't'), { maxLength: 1 }) }),
        ended: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  });
  const aspect = fc.constantFrom<RowAspect>(
    'risk',
    'state',
    'sentimentTrend',
    'mood',
    'trend',
    'sentiments',
    'feeling',
    'queue',
    'seenAt',
  );
  const looks = fc.record({
    kind: fc.constant('look' as const),
    shown: fc.uniqueArray(id),
    follow: fc.uniqueArray(aspect),
  });
  const passes = fc.record({
    kind: fc.constant('time' as const),
    ms: fc.constantFrom(1, 20, 90, 200),
    take: fc.boolean(),
  });
  const sweeps = fc.record({ kind: fc.constant('sweep' as const) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(news, news, looks, passes, sweeps), { maxLength: 40 }), async (steps) => {
      const { clock, store, window, change, look } = setUp();
      let shown: readonly string[] = [];
      let follow: readonly RowAspect[] = ['risk'];
      look(shown, ...follow);
      for (const step of steps) {
        if (step.kind === 'news') change(step.id, step.particulars);
        else if (step.kind === 'look') {
          ({ shown, follow } = step);
          look(shown, ...follow);
        } else if (step.kind === 'time') {
          await clock.advance(step.ms);
          if (step.take) window.pump();
        } else store.sweep(clock.now() + limits.endedLingerMs + 1);
      }
      await clock.advance(UNSEEN_MS);
      window.pump();
      expect([...window.rows.keys()].toSorted()).toEqual(
        store
          .rows()
          .map((row) => row.id)
          .toSorted(),
      );
      const bits = aspectBits(follow);
      for (const row of store.rows()) {
        const drawn = window.rows.get(row.id);
        if (shown.includes(row.id)) expect(drawn).toEqual(row);
        if (drawn !== undefined) expect(followed(drawn, bits)).toEqual(followed(row, bits));
      }
    }),
    { numRuns: 200 },
  );
});
