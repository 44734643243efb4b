import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const FLAGS = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/** Starts a script in a process of its own, so that its memory is its own. */
export function startChild(script: string, args: readonly string[]): ChildProcess {
  return fork(script, [...args], {
    execArgv: FLAGS,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Most memory that a process has had so far, MB; undefined where the system does not tell (anywhere but Linux). */
export function peakMemory({ pid }: ChildProcess): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
  } catch {
    return undefined;
  }
}

/** Runs a peer over a file: it posts the seconds that it took and what it counted. */
export async function runPeer(script: string, file: string) {
  const child = startChild(script, [file]);
  const [message] = (await once(child, 'message')) as [
    { readonly seconds: number; readonly rows: number; readonly valid?: number },
  ];
  const memory = peakMemory(child);
  child.kill();
  return { ...message, memory };
}
