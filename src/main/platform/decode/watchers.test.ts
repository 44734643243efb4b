import { expect, test } from 'vitest';
import { conversationDecoder } from './conversation.ts';
import { decodeWatchers } from './watchers.ts';

test.each([
  [
    [{ id: 'u-1', name: 'Dana', since: '2026-11-22T14:03:07.215Z' }],
    [{ id: 'u-1', name: 'Dana', since: 1_795_356_187_215 }],
  ],
  [
    [{ user_id: 'u-1', display_name: 'Dana', viewing_since: 1_795_356_187_215 }],
    [{ id: 'u-1', name: 'Dana', since: 1_795_356_187_215 }],
  ],
  [[{ id: 'u-1' }, 'u-2', null, {}, 7], [{ id: 'u-1', name: 'u-1' }]],
  [[], []],
  [3, undefined],
  [undefined, undefined],
  ['Dana', undefined],
])('%j is read as %j', (raw, watchers) => {
  expect(decodeWatchers(raw)).toEqual(watchers);
});

test('a conversation tells who watches; a mere number of watchers is kept as it came; nothing said claims nothing', () => {
  const decode = conversationDecoder();
  expect(decode({ id: 'c-1', watchers: [{ id: 'u-1', name: 'Dana' }] })).toMatchObject({
    watchers: [{ id: 'u-1', name: 'Dana' }],
  });
  const counted = decode({ id: 'c-1', watchers: 2 });
  expect(counted).not.toHaveProperty('watchers');
  expect(counted?.other).toEqual({ watchers: 2 });
  expect(decode({ id: 'c-1' })).not.toHaveProperty('watchers');
});
