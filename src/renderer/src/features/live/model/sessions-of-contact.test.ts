import { expect, it } from 'vitest';
import { aRow } from './fake-row.ts';
import { ofTheDay, sessionsOfContact } from './sessions-of-contact.ts';

const now = 100 * 3_600_000;
const at = (hoursAgo: number) => now - hoursAgo * 3_600_000;

it('finds the same contact by id, of the last 24 hours, newest first', () => {
  const contact = { id: 'k-1', display: '+1 416 555 0141' };
  const rows = [
    aRow({ id: 'open', contact, startedAt: at(1) }),
    aRow({ id: 'older', contact: { ...contact, display: 'other number' }, startedAt: at(5) }),
    aRow({ id: 'newer', contact, startedAt: at(2) }),
    aRow({ id: 'yesterday', contact, startedAt: at(25) }),
    aRow({ id: 'stranger', contact: { id: 'k-2', display: contact.display }, startedAt: at(1) }),
  ];
  expect(sessionsOfContact(rows, 'open', contact, now).map(({ id }) => id)).toEqual(['newer', 'older']);
});

it('joins what the list and the archive tell: each once, the list’s first, without the one that is open', () => {
  const live = aRow({ id: 'a', startedAt: at(3), status: 'in_progress' });
  const archived = [
    aRow({ id: 'open', startedAt: at(1) }),
    aRow({ id: 'a', startedAt: at(3), status: 'completed' }),
    aRow({ id: 'b', startedAt: at(2), status: 'completed' }),
    aRow({ id: 'c', startedAt: at(30), status: 'completed' }),
  ];
  expect(ofTheDay([live, ...archived], 'open', now).map(({ id, status }) => [id, status])).toEqual([
    ['b', 'completed'],
    ['a', 'in_progress'],
  ]);
});

it('takes the number where there are no ids, but never a mere name', () => {
  const named = [aRow({ id: 'a', contact: { display: 'Noah' } }), aRow({ id: 'b', contact: { display: 'Noah' } })];
  expect(sessionsOfContact(named, 'a', { display: 'Noah' }, 1_000_001)).toEqual([]);
  const numbered = [aRow({ id: 'a' }), aRow({ id: 'b' })];
  expect(sessionsOfContact(numbered, 'a', aRow().contact, 1_000_001).map(({ id }) => id)).toEqual(['b']);
});
