import { describe, expect, it } from 'vitest';
import type { Handler } from '../../../../../shared/models/conversation.ts';
import { ACTIONS, blockedReason, notOffered, offersListening } from './availability.ts';
import { aRow } from './fake-row.ts';

const nothingMissing = () => false;
const offered = (handler: Handler, ended = false) =>
  ACTIONS.filter((action) => blockedReason(action, aRow({ handler, ended }), 'me', nothingMissing) === undefined);

describe('availability', () => {
  it('offers to take over only while the AI runs it, and the rest only to its holder', () => {
    expect(offered({ kind: 'ai' })).toEqual(['takeOver', 'transfer']);
    expect(offered({ kind: 'human', userId: 'me', name: 'Me' })).toEqual(['reply', 'handBack', 'transfer', 'complete']);
    expect(offered({ kind: 'human', userId: 'dana', name: 'Dana Fox' })).toEqual([]);
    expect(offered({ kind: 'queue' })).toEqual([]);
    expect(offered({ kind: 'unknown' })).toEqual([]);
    expect(offered({ kind: 'ai' }, true)).toEqual([]);
  });

  it('says why', () => {
    const reason = (handler: Handler) => blockedReason('takeOver', aRow({ handler }), 'me', nothingMissing);
    expect(reason({ kind: 'human', userId: 'dana', name: 'Dana Fox' })).toEqual({
      because: 'heldBy',
      name: 'Dana Fox',
    });
    expect(reason({ kind: 'human', userId: 'me' })).toEqual({ because: 'alreadyYours' });
    expect(reason({ kind: 'queue' })).toEqual({ because: 'queued' });
    expect(blockedReason('reply', aRow(), 'me', nothingMissing)).toEqual({ because: 'takeOverFirst' });
    expect(blockedReason('handBack', aRow(), 'me', nothingMissing)).toEqual({ because: 'aiHasIt' });
  });

  it('offers nothing that the instance lacks', () => {
    const missing = (operation: string) => operation === 'conversations.takeOver';
    expect(blockedReason('takeOver', aRow(), 'me', missing)).toEqual({ because: 'notOffered' });
    expect(blockedReason('transfer', aRow(), 'me', missing)).toBeUndefined();
  });

  it('names what the instance lacks, and whether it has listening that the console does not use', () => {
    const missing = (operation: string) => operation !== 'conversations.reply';
    expect(notOffered(missing)).toEqual(['takeOver', 'handBack', 'transfer', 'complete']);
    const operation = { method: 'post', path: '/api/v1/{tenant}/calls/{id}/listen' };
    expect(offersListening({ unused: [operation] })).toBe(true);
    expect(offersListening({ unused: [{ method: 'get', path: '/x', operationId: 'getSystemHealth' }] })).toBe(false);
  });
});
