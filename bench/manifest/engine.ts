import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskClient } from '../../src/main/campaigns/manifest/process/desk-client.ts';
import { peakMemory, startChild } from './child-run.ts';

/** The bundle that the console runs. */
const BUNDLE = join(import.meta.dirname, '../../out/main/manifest.js');
const ERRORS = 100;
const PER_PAGE = { reason: undefined, open: false };

export interface EngineRun {
  readonly seconds: number;
  readonly rows: number;
  readonly accepted: number;
  /** MB of its process at most. */
  readonly memory: number | undefined;
  /** Until the first hundred rows with a problem could be shown, ms. */
  readonly firstErrors: number;
}

interface Engine {
  readonly child: ChildProcess;
  readonly client: DeskClient;
  /** Called with each report of progress. */
  onProgress: (problems: number) => void;
}

function startEngine(): Engine {
  const child = startChild(BUNDLE, [tmpdir()]);
  const engine: Omit<Engine, 'client'> = { child, onProgress: () => undefined };
  const client = new DeskClient(
    {
      post: (message) => void child.send(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    },
    ({ summary }) => {
      if (summary !== undefined) engine.onProgress(summary.rows - (summary.reasons.accepted ?? 0));
    },
  );
  return Object.assign(engine, { client });
}

async function openFile({ client }: Engine, path: string) {
  const file = await client.call('open', path, {}, 'CA');
  return { uses: file.columns.map(({ guess }) => guess), country: 'CA', required: [], compareOwn: true };
}

/** Checks a file as the console does, in a process of its own. */
export async function runEngine(path: string): Promise<EngineRun> {
  const engine = startEngine();
  const options = await openFile(engine, path);
  const began = performance.now();
  let firstErrors: Promise<number> | undefined;
  engine.onProgress = (problems) => {
    if (problems < ERRORS) return;
    firstErrors ??= engine.client.call('page', PER_PAGE, 0, ERRORS).then(() => performance.now() - began);
  };
  const summary = await engine.client.call('check', options);
  const seconds = (performance.now() - began) / 1000;
  const memory = peakMemory(engine.child);
  const first = await (firstErrors ?? seconds * 1000);
  engine.client.kill();
  return { seconds, rows: summary.rows, accepted: summary.reasons.accepted ?? 0, memory, firstErrors: first };
}

/** Cancels a check in its middle. @returns milliseconds until it has ended */
export async function cancelEngine(path: string): Promise<number> {
  const engine = startEngine();
  const options = await openFile(engine, path);
  let stopped = 0;
  engine.onProgress = () => {
    if (stopped > 0) return;
    stopped = performance.now();
    engine.client.stop();
  };
  const cancelled = await engine.client.call('check', options).then(
    () => false,
    () => true,
  );
  const took = performance.now() - stopped;
  engine.client.kill();
  if (!cancelled) throw new Error('the check ended before it could be cancelled');
  return took;
}
