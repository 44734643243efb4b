import { type ChildProcess, fork } from 'node:child_process';

const EXEC = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/** Starts a TypeScript file as a process of its own, with a channel for messages (`process.send`). */
export function forkScript(file: string, args: readonly string[] = [], execArgv: readonly string[] = []): ChildProcess {
  return fork(file, [...args], { execArgv: [...EXEC, ...execArgv], serialization: 'advanced' });
}
