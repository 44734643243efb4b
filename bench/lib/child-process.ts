import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

const EXEC = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/** Starts a TypeScript file as a process of its own, with a channel for messages (`process.send`). */
export function forkScript(file: string, args: readonly string[] = [], execArgv: readonly string[] = []): ChildProcess {
  return fork(file, [...args], { execArgv: [...EXEC, ...execArgv], serialization: 'advanced' });
}

/** What one process of its own took. */
export interface ProcessRun {
  /** What it sent as its only message. */
  readonly value: unknown;
  /** CPU seconds of all its threads, its start included. */
  readonly cpu: number;
  /** Most memory that it had resident, bytes; about 85 MB of it are Node's own. */
  readonly peakRss: number;
}

/**
 * Runs a file in a fresh process until its end. The file calls `finish` of `child-result.ts` with its result.
 * @throws when it ends with another code than 0 or without a result
 */
export async function runScript(file: string, args: readonly string[] = []): Promise<ProcessRun> {
  const child = forkScript(file, args);
  const message = once(child, 'message').then(([value]) => value as ProcessRun);
  // Only after the channel has closed is it certain that no message is on its way.
  const [[code]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  if (code !== 0) throw new Error(`${file} ended with code ${code}`);
  return Promise.race([message, Promise.reject(new Error(`${file} gave no result`))]);
}
