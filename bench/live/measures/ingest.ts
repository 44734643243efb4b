import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { forkScript } from '../../lib/child-process.ts';
import { RUNS } from '../../lib/options.ts';
import type { ProbePage } from '../probe-page.ts';
import type { Source } from '../source/source.ts';

export interface Ingest {
  readonly perSecond: number;
  /** Of CPU time of the process that takes the events, for each of them. */
  readonly cpuMicros: number;
}

const heardSchema = z.object({ at: z.number(), cpu: z.number() });

/** From the first byte sent until the last event is drawn. @param mainCpu CPU seconds of main so far */
export async function ingestByConsole(
  source: Source,
  page: ProbePage,
  events: number,
  mainCpu: () => Promise<number>,
): Promise<Ingest> {
  await source.prepare(events);
  const before = await mainCpu();
  const { at, stamp, events: sent } = await source.send();
  const perSecond = (sent * 1000) / ((await page.painted(stamp)) - at);
  return { perSecond, cpuMicros: (((await mainCpu()) - before) * 1e6) / sent };
}

/** By a process that does nothing but read and parse: the limit. No other reader may be connected. */
export async function ingestByDrain(source: Source, events: number): Promise<readonly Ingest[]> {
  const child = forkScript(join(import.meta.dirname, '../drain-process.ts'), [`${source.url}/peer/events`]);
  const rates: Ingest[] = [];
  // The first heartbeat says that the stream is open.
  await heard(child, 0);
  // The first run warms up.
  for (let run = 0; run <= RUNS; run += 1) {
    await source.prepare(events);
    const { sequence } = await source.state();
    const before = await heard(child, 0);
    // One more is sent behind what is prepared.
    const done = heard(child, sequence + 1);
    const { at, events: sent } = await source.send();
    const after = await done;
    const cpuMicros = ((after.cpu - before.cpu) * 1e6) / sent;
    if (run > 0) rates.push({ perSecond: (sent * 1000) / (after.at - at), cpuMicros });
    await pause(100);
  }
  child.disconnect();
  await once(child, 'exit');
  return rates;
}

/** When the reader has come to this sequence (epoch ms), and the CPU seconds that it had used then. */
async function heard(child: ChildProcess, sequence: number): Promise<z.infer<typeof heardSchema>> {
  child.send(sequence);
  const [message] = await once(child, 'message');
  return heardSchema.parse(message);
}
