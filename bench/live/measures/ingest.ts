import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { BrowserPage } from '../browser-page.ts';
import type { Source } from '../source/source.ts';

/** Events a second from the first byte sent until the last event of them is drawn. */
export async function ingestByConsole(source: Source, page: BrowserPage, events: number): Promise<number> {
  await source.prepare(events);
  const { at, stamp, events: sent } = await source.send();
  return (sent * 1000) / ((await page.painted(stamp)) - at);
}

/** Events a second by a process that does nothing but read and parse: the limit. No other reader may be connected. */
export async function ingestByDrain(source: Source, events: number, runs: number): Promise<readonly number[]> {
  const child = fork(join(import.meta.dirname, '../drain.ts'), [`${source.url}/peer/events`], {
    execArgv: ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'],
  });
  const rates: number[] = [];
  // The first heartbeat says that the stream is open.
  await heard(child, 0);
  // The first run warms up.
  for (let run = 0; run <= runs; run += 1) {
    await source.prepare(events);
    const { sequence } = await source.state();
    // One more is sent behind what is prepared.
    const done = heard(child, sequence + 1);
    const { at, events: sent } = await source.send();
    const rate = (sent * 1000) / ((await done) - at);
    if (run > 0) rates.push(rate);
    await pause(100);
  }
  child.disconnect();
  await once(child, 'exit');
  return rates;
}

/** When the reader has come to this sequence (epoch ms). */
async function heard(child: ChildProcess, sequence: number): Promise<number> {
  child.send(sequence);
  const [message] = await once(child, 'message');
  return z.number().parse(message);
}
