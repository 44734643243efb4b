import { describe, expect, test } from 'vitest';
import { MemoryJournal } from '../testing/memory-journal.ts';
import { gatherEntries, outcomeOf, pageOf, passes } from './entries.ts';
import { toCsv, toJsonLines } from './export.ts';

const seen = { status: 'in-progress', handlerKind: 'ai' };
const actor = { id: 'u-1', name: 'Alex Roy' };

async function aJournal() {
  const journal = new MemoryJournal();
  const intent = { tenant: 'acme', actor, expected: seen };
  await journal.append(
    { command: 'h-1', phase: 'held' },
    { held: { ...intent, name: 'complete', conversations: ['c-1', 'c-2'], dueAt: 9 } },
  );
  await journal.append(
    { command: 'k-1', phase: 'intent' },
    { intent: { ...intent, name: 'takeOver', conversation: 'c-9' } },
  );
  await journal.append({ command: 'h-1', phase: 'undone' }, {});
  await journal.append({ command: 'k-1', phase: 'sending' }, {});
  await journal.append(
    { command: 'k-1', phase: 'outcome', outcome: 'refused' },
    {
      outcome: {
        outcome: 'refused',
        sent: true,
        answer: { code: 'conflict', takenBy: { name: '=Dana "D" Fox' } },
        after: { status: 'human-handoff', handlerKind: 'human', handlerName: 'Dana' },
        differences: [],
        tookMs: 41,
      },
    },
  );
  await journal.append({ command: 'journal', phase: 'mark' }, { mark: 'torn' });
  await journal.append(
    { command: 'k-2', phase: 'intent' },
    {
      intent: {
        ...intent,
        tenant: 'lakeside',
        name: 'reply',
        conversation: 'c-3',
        text: { length: 12, digest: 'd' },
        hold: 'h-7',
      },
    },
  );
  return gatherEntries(await journal.read());
}

describe('entries', () => {
  test('each command, hold and mark once, with all its lines', async () => {
    const entries = await aJournal();
    expect(
      entries.map(({ kind, action, seq, phases }) => [kind, action, seq, phases.map(({ phase }) => phase)]),
    ).toEqual([
      ['hold', 'complete', 1, ['held', 'undone']],
      ['command', 'takeOver', 2, ['intent', 'sending', 'outcome']],
      ['mark', 'torn', 6, ['mark']],
      ['command', 'reply', 7, ['intent']],
    ]);
    expect(entries.map(outcomeOf)).toEqual(['undone', 'refused', undefined, 'open']);
    expect(entries[1]).toMatchObject({ outcome: 'refused', expected: seen, tookMs: 41, sealed: false });
    expect(entries[3]).toMatchObject({ textLength: 12, hold: 'h-7', conversations: ['c-3'] });
  });

  test.each([
    [{}, 4],
    [{ tenant: 'acme' }, 2],
    [{ conversation: 'c-2' }, 1],
    [{ action: 'reply' }, 1],
    [{ outcome: 'undone' }, 1],
    [{ outcome: 'open' }, 1],
    [{ text: 'dana' }, 1],
    [{ text: 'ALEX', tenant: 'lakeside' }, 1],
    [{ from: 1 }, 0],
    [{ to: 0 }, 0],
  ] as const)('filter %j passes %i', async (filter, count) => {
    expect((await aJournal()).filter((entry) => passes(entry, filter))).toHaveLength(count);
  });

  test('pages go from the newest to the oldest, each entry on one', async () => {
    const entries = await aJournal();
    const first = pageOf(entries, {}, undefined, 3);
    expect(first).toMatchObject({ total: 4, next: 2 });
    const second = pageOf(entries, {}, first.next, 3);
    expect(second.next).toBeUndefined();
    expect([...first.entries, ...second.entries].map(({ seq }) => seq)).toEqual([7, 6, 2, 1]);
  });
});

test('exports: JSON lines hold all; CSV quotes, and is no formula', async () => {
  const entries = await aJournal();
  expect(
    toJsonLines(entries)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).seq),
  ).toEqual([1, 2, 6, 7]);
  const lines = toCsv(entries).split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatch(/^seq,at,kind,action,outcome,tenant,conversations,/);
  expect(lines[1]).toContain('complete,undone,acme,c-1 c-2,Alex Roy');
  expect(lines[2]).toContain(`"'=Dana ""D"" Fox"`);
});
