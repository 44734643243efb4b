import { setTimeout as pause } from 'node:timers/promises';
import type { Simulator } from '../../../e2e/fixtures/simulator.ts';
import { type RunningConsole, TENANT } from '../../lib/console.ts';
import { quick } from '../../lib/options.ts';
import { median, report } from '../../lib/report.ts';

const TIMES = quick ? 5 : 40;
const LIMIT = 50;
const TEXT = 'account';

/** The first page of a list and of a search: in the page, over the same request made bare. */
export async function reportRemote({ window }: RunningConsole, simulator: Simulator): Promise<void> {
  const token = await tokenFor(simulator);
  const bare: number[] = [];
  const seen: number[] = [];
  // In turn, so that a busy moment of the machine falls on both.
  for (let time = 0; time < TIMES; time += 1) {
    bare.push(await rawSearch(simulator.url, token));
    seen.push(await searchRemote(window));
  }
  const [inPage, roundTrip] = [median(seen), median(bare)];
  report({
    suite: 'transcripts',
    name: 'transcripts.remote',
    value: inPage - roundTrip,
    unit: 'ms',
    spread: [Math.min(...seen) - roundTrip, Math.max(...seen) - roundTrip],
    peers: { 'the round trip itself': roundTrip },
    target: { atMost: 15 },
  });
}

/** A person reads between two searches, and the console keeps to a rate; ms of a first page, until it is in the page. */
export async function searchRemote(window: RunningConsole['window']): Promise<number> {
  await pause(150);
  return Number(
    await window.evaluate(`(async () => {
      const before = performance.now();
      const page = JSON.parse(
        await dialai.archive.search({
          tenant: ${JSON.stringify(TENANT)},
          query: { text: ${JSON.stringify(TEXT)}, filter: {} },
          limit: ${LIMIT},
        }),
      );
      const took = performance.now() - before;
      if (!page.ok || page.value.items.length === 0) throw new Error(page.failure?.message ?? 'nothing was found');
      return took;
    })()`),
  );
}

async function rawSearch(url: string, token: string): Promise<number> {
  const before = performance.now();
  const response = await fetch(`${url}/api/v1/transcripts/search`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: TEXT, limit: LIMIT }),
  });
  await response.text();
  if (!response.ok) throw new Error(`the bare search was refused: ${response.status}`);
  return performance.now() - before;
}

/** A token that the simulator gave out and takes for transcripts: those of a tenant, the newest first. */
async function tokenFor(simulator: Simulator): Promise<string> {
  for (const { kind, value } of (await simulator.issued()).toReversed()) {
    if (kind !== 'access_token') continue;
    const { ok } = await fetch(`${simulator.url}/api/v1/transcripts?limit=1`, {
      headers: { authorization: `Bearer ${value}` },
    });
    if (ok) return value;
  }
  throw new Error('the simulator gave out no token for the tenant');
}
