import { z } from 'zod';
import { startSimulator } from '../../../e2e/fixtures/simulator.ts';
import { createSignInAgent } from '../../../src/simulator/testing/sign-in-agent.ts';
import { openConsole, TENANT } from '../../lib/console.ts';
import { quick } from '../../lib/options.ts';
import { repeat } from '../../lib/repeat.ts';
import { median, reportRuns } from '../../lib/report.ts';

const suite = 'transcripts';
const ASKED = quick ? 20 : 100;
const LIMIT = 50;
const TEXT = 'bill';
const times = z.array(z.number());

const SEARCH = `async ({ tenant, text, limit, asked }) => {
  const took = [];
  for (let n = 0; n < asked; n += 1) {
    const since = performance.now();
    const answer = await dialai.archive.search({ tenant, query: { text, filter: {} }, limit });
    took.push(performance.now() - since);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  }
  return took;
}`;

/** A page of the instance's search until it is in the window, less the bare request and answer of the same page. */
export async function reportRemote(): Promise<void> {
  const simulator = await startSimulator();
  const console = await openConsole(simulator);
  try {
    const agent = createSignInAgent(simulator.url);
    const user = await agent.signIn('avery.tremblay@dialai.example');
    const { access_token } = await agent.exchange(user.access_token, TENANT);
    for (const [name, text, aimed] of [
      ['transcripts.remote', '', true],
      ['transcripts.remote.search', TEXT, false],
    ] as const) {
      const path = `/api/v1/transcripts${text === '' ? `?limit=${LIMIT}` : '/search'}`;
      const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
      const search = { method: 'POST', body: JSON.stringify({ query: text, limit: LIMIT }) };
      const request: RequestInit = text === '' ? { headers } : { headers, ...search };
      const bare = async () => {
        const took: number[] = [];
        for (let n = 0; n < ASKED; n += 1) {
          const since = performance.now();
          const response = await fetch(`${simulator.url}${path}`, request);
          await response.text();
          took.push(performance.now() - since);
          if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
        }
        return median(took);
      };
      const shown = async () => {
        const input = JSON.stringify({ tenant: TENANT, text, limit: LIMIT, asked: ASKED });
        return median(times.parse(await console.window.evaluate(`(${SEARCH})(${input})`)));
      };
      await shown();
      await bare();
      const trips = await repeat(bare);
      const trip = median(trips);
      const runs = await repeat(shown);
      const target = { atMost: 15 };
      reportRuns(
        { suite, name, unit: 'ms over the round trip', ...(aimed && { target }) },
        runs.map((ms) => ms - trip),
      );
      reportRuns({ suite, name: `${name}.trip`, unit: 'ms' }, trips);
    }
  } finally {
    await console.close();
    await simulator.stop();
  }
}
