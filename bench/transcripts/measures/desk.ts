import { rm } from 'node:fs/promises';
import { writeFrame } from '../../../src/main/desk/desk-frames.ts';
import { SealedLog } from '../../../src/main/desk/sealed-log.ts';
import { type RunningConsole, TENANT } from '../../lib/console.ts';
import { RUNS } from '../../lib/options.ts';
import { percentile, reportRuns } from '../../lib/report.ts';
import { QUERIES, transcriptsOf } from '../messages.ts';
import { bareStore, miniSearch } from './peers.ts';

const suite = 'transcripts';
const BATCH = 2_000;

/** Turns the desk on with the vault of a desktop, so that there is a key; machines without a keyring have none. */
export async function keyOfDesk({
  app,
  window,
}: RunningConsole): Promise<{ readonly path: string; readonly key: Buffer }> {
  await app.evaluate(({ safeStorage }) => {
    safeStorage.setUsePlainTextEncryption(true);
    Object.assign(safeStorage, {
      getSelectedStorageBackend: () => 'gnome_libsecret',
      isAsyncEncryptionAvailable: async () => true,
    });
  });
  await turnDesk(window, true);
  await turnDesk(window, false);
  const { path, key } = await app.evaluate(async ({ app: electron, safeStorage }) => {
    const { readdir, readFile } = process.getBuiltinModule('node:fs/promises');
    const folder = electron.getPath('userData');
    // One person has signed in on this profile, so that there is one desk.
    const name = (await readdir(folder)).find((one) => /^desk-.*\.sealed\.key$/.test(one));
    if (name === undefined) throw new Error('the desk has no key');
    const sealed = Buffer.from(await readFile(`${folder}/${name}`, 'utf8'), 'base64');
    return {
      path: `${folder}/${name.slice(0, -'.key'.length)}`,
      key: (await safeStorage.decryptStringAsync(sealed)).result,
    };
  });
  return { path, key: Buffer.from(key, 'base64') };
}

const turnDesk = (window: RunningConsole['window'], on: boolean) => window.evaluate(`dialai.desk.setOn({ on: ${on} })`);

export async function writeDesk(path: string, key: Buffer, messages: number): Promise<void> {
  await rm(path, { force: true });
  const log = new SealedLog(path, key);
  await log.openAndRead(() => undefined);
  let frames: Buffer[] = [];
  for (const transcript of transcriptsOf(messages, TENANT, Date.now())) {
    frames.push(writeFrame({ kind: 'keep', transcript }));
    if (frames.length === BATCH) {
      await log.append(frames);
      frames = [];
    }
  }
  await log.append(frames);
  await log.close();
}

/** From turning it on until it is searchable, s; reading, unsealing and indexing all that is kept. */
async function unlock({ window }: RunningConsole, messages: number): Promise<number> {
  const ms = await window.evaluate(`(async () => {
    const before = performance.now();
    const { ok, failure } = await dialai.desk.setOn({ on: true });
    if (!ok) throw new Error(failure.message);
    const took = performance.now() - before;
    const found = await dialai.desk.search({ tenant: ${JSON.stringify(TENANT)}, text: 'account', order: 'newest', limit: 50 });
    if (!found.ok || found.value.hits.length !== 50) throw new Error('the desk does not find what is kept');
    return took;
  })()`);
  if (typeof ms !== 'number') throw new Error(`the desk of ${messages} messages did not open`);
  return ms / 1000;
}

/** p95 over the queries from asking in the page until its results are there, ms. */
async function searchP95({ window }: RunningConsole, order: 'newest' | 'best'): Promise<number> {
  const times = await window.evaluate(`(async () => {
    const times = [];
    for (const text of ${JSON.stringify(QUERIES)}) {
      const before = performance.now();
      const found = await dialai.desk.search({ tenant: ${JSON.stringify(TENANT)}, text, order: '${order}', limit: 50 });
      if (!found.ok) throw new Error(found.failure.message);
      times.push(performance.now() - before);
    }
    return times;
  })()`);
  if (!Array.isArray(times)) throw new Error('no times came back');
  return percentile(times.map(Number), 0.95);
}

/** The offline desk with so many messages: unlocking, and searches from the page. */
export async function reportDesk(console: RunningConsole, messages: number): Promise<void> {
  const { path, key } = await keyOfDesk(console);
  await writeDesk(path, key, messages);
  const unlocks: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    if (run > 0) await turnDesk(console.window, false);
    unlocks.push(await unlock(console, messages));
  }
  reportRuns({ suite, name: 'transcripts.unlock', unit: 's', target: { atMost: 10 } }, unlocks);
  const limits = bareStore(messages);
  const peers = { [`MiniSearch with ${messages / 5} messages`]: miniSearch(messages / 5) };
  for (const [name, order, limit, atMost] of [
    ['newest', 'newest', limits.newest, 5],
    ['ranked', 'best', limits.ranked, 90],
  ] as const) {
    await searchP95(console, order);
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await searchP95(console, order));
    reportRuns({ suite, name: `transcripts.search.${name}.p95`, unit: 'ms', limit, peers, target: { atMost } }, runs);
  }
  await turnDesk(console.window, false);
}
