import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const NAME = /^desk-[0-9a-f]{16}\.sealed/;
const DAY = 86_400_000;

/** Where the desk of one person at one instance is. The name tells nobody who that is. */
export function deskFile(folder: string, owner: string): string {
  return join(folder, `desk-${createHash('sha256').update(owner).digest('hex').slice(0, 16)}.sealed`);
}

/** Deletes a desk: the file, its key, and what was set aside of it. @throws system errors. */
export async function removeDesk(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await namesIn(folder))
    if (name.startsWith(basename(path))) await rm(join(folder, name), { force: true });
}

/**
 * Deletes the desks of others on this computer.
 * @param idleDays only those that nobody opened for so long; 0 for all. @throws system errors.
 */
export async function removeOthers(own: string, idleDays: number, now: number): Promise<void> {
  const folder = dirname(own);
  for (const name of await namesIn(folder)) {
    if (!NAME.test(name) || name.startsWith(basename(own))) continue;
    // Their key goes with the file, never before it.
    const file = join(folder, name.slice(0, 'desk-0123456789abcdef.sealed'.length));
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
    if (idleDays === 0 || now - mtimeMs >= idleDays * DAY) await rm(join(folder, name), { force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
