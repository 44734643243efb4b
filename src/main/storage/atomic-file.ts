import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface AtomicWriteOptions {
  /** File mode; only the owner may read by default, since everything the console writes is the operator's own. */
  readonly mode?: number;
}

/**
 * Writes a whole file so that a reader, a crash or a full disk sees the old content or the new one, never a part:
 * a temporary file beside it, flushed to the disk, then renamed over it. Missing folders are made (mode 0700).
 *
 * @throws the system's error (`ENOSPC`, `EACCES`, …); the old file is then untouched and nothing is left behind
 */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array,
  options: AtomicWriteOptions = {},
): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    // `wx`: a file or link that somebody placed under this name is never followed.
    const file = await open(temporary, 'wx', options.mode ?? 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/**
 * Reads a text file that may not be there.
 *
 * @returns the text, or undefined when there is no such file
 * @throws any other system error (`EACCES`, `EISDIR`, …)
 */
export async function readTextIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Moves an unreadable file out of the way, so that work goes on and nobody's data is destroyed.
 *
 * @param now epoch ms, part of the new name `<path>.corrupt-<time>`
 * @returns the new path, or undefined when the file could not be moved
 */
export async function setAside(path: string, now: number): Promise<string | undefined> {
  const target = `${path}.corrupt-${new Date(now).toISOString().replaceAll(/[:.]/gu, '-')}`;
  try {
    await rename(path, target);
    return target;
  } catch {
    return undefined;
  }
}

/** True for an error of the system with this code. */
export function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Makes the rename itself durable where folders can be flushed; Windows cannot open one, and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Some network and FUSE file systems refuse to flush a folder; the content is in place all the same.
  }
}
