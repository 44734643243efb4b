import { z } from 'zod';
import { type RunningConsole, TENANT } from '../../lib/console.ts';
import { RUNS } from '../../lib/options.ts';
import { repeat } from '../../lib/repeat.ts';
import { percentile, report, reportRuns } from '../../lib/report.ts';
import { KINDS, type KindOfQuery, QUERIES } from '../messages.ts';
import { fillDesk, turnDesk } from './desk-file.ts';
import { untilFilled } from './drawn.ts';
import { type BareStore, bareStore, miniSearch, type Times } from './peers.ts';
import { searchRemote } from './remote.ts';

const suite = 'transcripts';
/** Hits of one search. */
const LIMIT = 50;
/** As many as are looked for otherwise. */
const NOWHERE = Array.from({ length: 400 }, (_, nth) => `nowhere${nth}`);
const answersSchema = z.array(z.object({ ms: z.number(), ids: z.array(z.string()) }));
type Order = 'newest' | 'best';

/** From asking in the page until the hits are there, for each query of a kind. */
const search = (console: RunningConsole, order: Order, kind: KindOfQuery) => searchTexts(console, order, QUERIES[kind]);

async function searchTexts({ window }: RunningConsole, order: Order, texts: readonly string[]) {
  return answersSchema.parse(
    await window.evaluate(`(async () => {
      const answers = [];
      for (const text of ${JSON.stringify(texts)}) {
        const before = performance.now();
        const found = JSON.parse(
          await dialai.desk.search({ tenant: ${JSON.stringify(TENANT)}, text, order: '${order}', limit: ${LIMIT} }),
        );
        const ms = performance.now() - before;
        if (!found.ok) throw new Error(found.failure.message);
        answers.push({ ms, ids: found.value.hits.map((hit) => hit.messageId) });
      }
      return answers;
    })()`),
  );
}

async function searchAll(console: RunningConsole, order: Order): Promise<Times> {
  const times = async (kind: KindOfQuery) => (await search(console, order, kind)).map(({ ms }) => ms);
  return {
    word: await times('word'),
    words: await times('words'),
    phrase: await times('phrase'),
    prefix: await times('prefix'),
  };
}

/** What is sealed and indexed anew at each opening must be found as in a store that was never sealed. */
async function sameAsBare(console: RunningConsole, { found }: BareStore): Promise<void> {
  for (const order of ['newest', 'best'] as const) {
    for (const kind of KINDS) {
      const answers = await search(console, order, kind);
      for (const [at, { ids }] of answers.entries()) {
        const text = QUERIES[kind][at] ?? '';
        if (ids.join() !== found[order].get(text)?.join())
          throw new Error(`the desk finds something else for ${text}, ${order}`);
      }
    }
  }
}

/** Searches for what nobody said: the way from the page to the store and back, with nothing found and nothing to carry. */
async function reportWay(console: RunningConsole): Promise<void> {
  const once = async () => p95((await searchTexts(console, 'newest', NOWHERE)).map(({ ms }) => ms));
  await once();
  reportRuns({ suite, name: 'transcripts.search.way.p95', unit: 'ms' }, await repeat(once));
}

const all = (times: Times): readonly number[] => KINDS.flatMap((kind) => times[kind]);
const p95 = (times: readonly number[]): number => percentile(times, 0.95);

async function reportSearches(console: RunningConsole, messages: number, bare: BareStore): Promise<void> {
  await sameAsBare(console, bare);
  const peer = miniSearch(messages / 5);
  for (const [orderName, order, limit, atMost] of [
    ['newest', 'newest', bare.newest, 5],
    ['ranked', 'best', bare.ranked, 90],
  ] as const) {
    await searchAll(console, order);
    const runs = await repeat(() => searchAll(console, order));
    const figure = (of: string, read: (times: Times) => number, target = {}) => {
      const peers = {
        'MiniSearch, a fifth': read(peer),
        ...(order === 'best' && { 'FTS5’s own order by rank': read(bare.rankedByFts) }),
      };
      const name = `transcripts.search.${orderName}.${of}`;
      reportRuns({ suite, name, unit: 'ms', limit: read(limit), peers, ...target }, runs.map(read));
    };
    figure('p95', (times) => p95(all(times)), { target: { atMost } });
    for (const kind of KINDS) {
      figure(`${kind}.p50`, (times) => percentile(times[kind], 0.5));
      figure(`${kind}.p95`, (times) => p95(times[kind]));
    }
  }
}

/** From pressing Enter in the desk's dialog until its rows are in the document. */
async function reportDrawn({ window }: RunningConsole): Promise<void> {
  await window.evaluate(`dialai.session.activateTenant({ tenant: ${JSON.stringify(TENANT)} })`);
  await window.evaluate("location.hash = '#/conversations'");
  await window.getByRole('button', { name: 'Offline desk' }).click();
  const field = window.getByRole('dialog').getByLabel('Words', { exact: false }).first();
  await field.waitFor();
  const once = async () => {
    const times: number[] = [];
    // Each once: what is shown already would not be drawn again.
    for (const text of new Set(QUERIES.word)) {
      await field.fill(text);
      times.push(
        await untilFilled(
          window,
          '[role=dialog]',
          'li',
          "document.querySelector('[role=dialog] form').requestSubmit()",
        ),
      );
    }
    return p95(times);
  };
  await once();
  reportRuns({ suite, name: 'transcripts.search.drawn.p95', unit: 'ms' }, await repeat(once));
  await window.keyboard.press('Escape');
}

/** Remote searches one after the other until what `meanwhile` does has ended; their times, ms. */
async function searchesWhile(console: RunningConsole, meanwhile: () => Promise<unknown>): Promise<readonly number[]> {
  let ended = false;
  const doing = meanwhile().finally(() => {
    ended = true;
  });
  const times: number[] = [];
  while (!ended) times.push(await searchRemote(console.window));
  await doing;
  return times;
}

/** The offline desk with so many messages: unlocking, and searches from the page. */
export async function reportDesk(console: RunningConsole, messages: number): Promise<void> {
  const { window } = console;
  await fillDesk(console, messages);
  const unlocks: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    if (run > 0) await turnDesk(window, false);
    unlocks.push((await turnDesk(window, true)) / 1000);
  }
  const bare = bareStore(messages, LIMIT);
  const peers = { 'filling a bare store with the same messages': bare.filled };
  reportRuns({ suite, name: 'transcripts.unlock', unit: 's', peers, target: { atMost: 10 } }, unlocks);
  await reportSearches(console, messages, bare);
  await reportWay(console);
  await reportDrawn(console);
  await turnDesk(window, false);
  const alone: number[] = [];
  for (let time = 0; time < 20; time += 1) alone.push(await searchRemote(window));
  const during = await searchesWhile(console, () => turnDesk(window, true));
  report({
    suite,
    name: 'transcripts.unlock.meanwhile',
    value: percentile(during, 0.5),
    unit: 'ms',
    spread: [Math.min(...during), Math.max(...during)],
    peers: { 'the same search while nothing is unlocked': percentile(alone, 0.5) },
  });
  await turnDesk(window, false);
}
