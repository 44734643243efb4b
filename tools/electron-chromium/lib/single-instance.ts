/**
 * One instance for each `userData` folder: a lock file names the holder; a later instance leaves a note beside it and the
 * holder, watching the folder, reads it. All synchronous, as `requestSingleInstanceLock` must be.
 */
import {
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

export interface SecondInstance {
  readonly argv: string[];
  readonly cwd: string;
  readonly data: unknown;
}

/** A process id with its start time, so that a number used again is not taken for the holder. */
function identify(pid: number): string {
  process.kill(pid, 0);
  try {
    // The 22nd field; the second may hold spaces, and ends with the last parenthesis.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${pid} ${fields[19]}`;
  } catch {
    return `${pid}`;
  }
}

function isHeld(lock: string): boolean {
  try {
    const holder = readFileSync(lock, 'utf8');
    return identify(Number.parseInt(holder, 10)) === holder;
  } catch {
    return false;
  }
}

function readNotes(folder: string): SecondInstance[] {
  const notes: SecondInstance[] = [];
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.json')) continue;
    const file = path.join(folder, name);
    try {
      const note: SecondInstance = JSON.parse(readFileSync(file, 'utf8'));
      rmSync(file);
      notes.push(note);
    } catch {
      // Read at the previous notice.
    }
  }
  return notes;
}

export interface InstanceLock {
  release(): void;
}

/**
 * Takes the lock, or tells its holder about this instance.
 * @param folder where lock and notes are kept
 * @param mine what the holder is told
 * @param onSecond called, while the lock is held, for each later instance
 * @returns the lock, or undefined when another process holds it
 */
export function takeLock(
  folder: string,
  mine: SecondInstance,
  onSecond: (other: SecondInstance) => void,
): InstanceLock | undefined {
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'holder');
  for (;;) {
    try {
      writeFileSync(lock, identify(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (isHeld(lock)) {
      const note = path.join(folder, `${process.pid}-${process.hrtime.bigint()}`);
      writeFileSync(note, JSON.stringify(mine));
      renameSync(note, `${note}.json`);
      return undefined;
    }
    rmSync(lock, { force: true });
  }
  const watcher: FSWatcher = watch(folder, () => readNotes(folder).forEach(onSecond));
  watcher.unref();
  return {
    release() {
      watcher.close();
      rmSync(lock, { force: true });
    },
  };
}
