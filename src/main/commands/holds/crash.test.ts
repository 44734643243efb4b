import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdsIn } from '../testing/hold-console.ts';

test('a SIGKILL in the middle: what was sent is known, what may have been is unknown, the rest is offered again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holds-crash-'));
  try {
    const script = join(import.meta.dirname, '..', 'testing', 'killed-console.ts');
    const [, signal] = await once(spawn(process.execPath, [script, folder], { stdio: 'ignore' }), 'exit');
    expect(signal).toBe('SIGKILL');

    const sent: string[] = [];
    const { holds, journal } = holdsIn(folder, async (conversation) => {
      sent.push(conversation);
    });
    await holds.restore();
    const found = holds.state().holds.map(({ phase, reason, conversations, results }) => ({
      phase,
      reason,
      conversations,
      outcomes: results.map(({ result }) => result.outcome),
    }));
    expect(found).toEqual([
      { phase: 'not-sent', reason: 'console-ended', conversations: ['c-9'], outcomes: [] },
      { phase: 'finished', reason: undefined, conversations: ['c-1', 'c-3'], outcomes: ['done', 'unknown'] },
      { phase: 'not-sent', reason: 'console-ended', conversations: ['c-2'], outcomes: [] },
    ]);
    expect(sent).toEqual([]);

    // Started once more without a decision: the same is offered, and nothing was sent meanwhile.
    const third = holdsIn(folder, async () => undefined);
    await third.holds.restore();
    expect(third.holds.state().holds.map(({ conversations }) => conversations)).toEqual([['c-9'], ['c-2']]);
    expect(await journal.verify()).toMatchObject({ intact: true, problems: [] });
    await journal.close();
    await third.journal.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
