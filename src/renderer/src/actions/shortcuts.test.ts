import { describe, expect, it } from 'vitest';
import { isReserved } from './key-press.ts';
import { choose, conflictOf, keysOf, shortcuts } from './shortcuts.ts';

describe('shortcuts', () => {
  it('do not stand in each other’s way at first, nor in that of fields and the system', () => {
    const conflicts = shortcuts.flatMap(({ id, keys }) => {
      const other = keys === '' ? undefined : conflictOf(id, keys, {});
      return other === undefined ? [] : [`${id} and ${other.id}: ${keys}`];
    });
    expect(conflicts).toEqual([]);
    expect(shortcuts.filter(({ keys }) => keys !== '' && isReserved(keys))).toEqual([]);
    expect(new Set(shortcuts.map(({ id }) => id)).size).toBe(shortcuts.length);
  });

  it('are those of the operator where there are any; an empty one takes keys away', () => {
    expect(keysOf('conversation.takeOver', {})).toBe('T');
    expect(keysOf('conversation.takeOver', { 'conversation.takeOver': 'F2' })).toBe('F2');
    expect(keysOf('conversation.takeOver', { 'conversation.takeOver': '' })).toBeUndefined();
    expect(keysOf('sort:risk', {})).toBeUndefined();
  });

  it('conflict within a place and with what works everywhere, not between places', () => {
    expect(conflictOf('list.pin', 'T', {})?.id).toBe('conversation.takeOver');
    expect(conflictOf('list.pin', 'U', {})?.id).toBe('holds.undo');
    expect(conflictOf('alerts.newRule', 'T', {})).toBeUndefined();
    expect(conflictOf('list.pin', 'P', {})).toBeUndefined();
    expect(conflictOf('list.pin', 'T', { 'conversation.takeOver': '' })).toBeUndefined();
  });

  it('keep only what differs from the first choice', () => {
    const once = choose({}, 'list.pin', 'F3');
    expect(once).toEqual({ 'list.pin': 'F3' });
    expect(choose(once, 'list.pin', 'P')).toEqual({});
    expect(choose(once, 'list.pin', undefined)).toEqual({});
    expect(choose(once, 'list.find', '')).toEqual({ 'list.pin': 'F3', 'list.find': '' });
  });
});
