import { join } from 'node:path';
import { z } from 'zod';
import { startSimulator } from '../../../e2e/fixtures/simulator.ts';
import { openConsole, TENANT } from '../../lib/console.ts';
import { quick } from '../../lib/options.ts';
import { repeat } from '../../lib/repeat.ts';
import { percentile, report, reportRuns } from '../../lib/report.ts';
import { bareStore, inMemory } from '../desk/peers.ts';
import { type Asked, searches } from '../desk/texts.ts';
import { writeDesk } from '../desk/write-desk.ts';

const suite = 'transcripts';
const MESSAGES = quick ? 100_000 : 1_000_000;
const ASKED = searches(quick ? 10 : 50);
const LIMIT = 50;
const times = z.array(z.number());

/** Resolves with the milliseconds until the desk is open, from the word to open it. */
const UNLOCK = `() => new Promise((done) => {
  const since = performance.now();
  const close = dialai.desk.status(undefined, (batch) => {
    const { value } = typeof batch === 'string' ? JSON.parse(batch) : batch;
    if (value?.state !== 'open') return;
    setTimeout(() => close());
    done(performance.now() - since);
  });
  void dialai.desk.setOn({ on: true });
})`;
const SEARCH = `async ({ tenant, asked, order, limit }) => {
  const took = [];
  for (const { text } of asked) {
    const since = performance.now();
    const answer = await dialai.desk.search({ tenant, text, order, limit });
    took.push(performance.now() - since);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  }
  return took;
}`;

/** Unlocking the desk, and searches in it from the window, beside the store by itself and a library in memory. */
export async function reportSearch(): Promise<void> {
  const simulator = await startSimulator();
  const console = await openConsole(simulator);
  try {
    const { app, window } = console;
    // Where the runtime has no vault that protects a key there would be no desk: it is said to have one.
    await app.evaluate(({ safeStorage }) => {
      safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret';
      safeStorage.setUsePlainTextEncryption(true);
    });
    await window.evaluate('dialai.desk.setOn({ on: true })');
    await window.evaluate('dialai.desk.setOn({ on: false })');
    const folder = await app.evaluate(({ app }) => app.getPath('userData'));
    // The desk's own key, unsealed as the console does it.
    const key = await app.evaluate(
      async ({ safeStorage }, path) => {
        const { readFileSync } = process.getBuiltinModule('node:fs');
        const sealed = Buffer.from(readFileSync(path, 'utf8'), 'base64');
        return (await safeStorage.decryptStringAsync(sealed)).result;
      },
      join(folder, 'desk.sealed.key'),
    );
    await writeDesk(join(folder, 'desk.sealed'), Buffer.from(key, 'base64'), MESSAGES, TENANT);
    const unlock = await window.evaluate(`(${UNLOCK})()`);
    const seconds = z.number().parse(unlock) / 1_000;
    report({ suite, name: 'transcripts.unlock', value: seconds, unit: 's', target: { atMost: 10 } });

    const bare = bareStore(MESSAGES);
    const library = ASKED.map(inMemory(MESSAGES));
    const ask = async (asked: readonly Asked[], order: 'newest' | 'best') =>
      times.parse(
        await window.evaluate(`(${SEARCH})(${JSON.stringify({ tenant: TENANT, asked, order, limit: LIMIT })})`),
      );
    for (const [order, name, target, store] of [
      ['newest', 'newest', { atMost: 5 }, bare.newest],
      ['best', 'ranked', { atMost: 90 }, bare.ranked],
    ] as const) {
      await ask(ASKED, order);
      const runs = await repeat(() => ask(ASKED, order));
      const limit = ASKED.map(store);
      const tell = (figure: string, share: number, pick: (asked: Asked) => boolean, aimed = false) => {
        const of = (took: readonly number[]) =>
          percentile(
            took.filter((_, place) => ASKED[place] !== undefined && pick(ASKED[place])),
            share,
          );
        reportRuns(
          {
            suite,
            name: `transcripts.search.${name}.${figure}`,
            unit: 'ms',
            limit: of(limit),
            peers: { 'in memory, a fifth': of(library) },
            ...(aimed && { target }),
          },
          runs.map(of),
        );
      };
      tell('p50', 0.5, () => true);
      tell('p95', 0.95, () => true, true);
      for (const kind of ['one word', 'two words', 'phrase', 'prefix'] as const)
        tell(`${kind.replace(' ', '-')}.p95`, 0.95, (asked) => asked.kind === kind);
    }
  } finally {
    await console.close();
    await simulator.stop();
  }
}
