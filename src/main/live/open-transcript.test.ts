import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FunctionCall, Message } from '../../shared/models/transcript.ts';
import { aConversation } from '../../shared/testing/a-conversation.ts';
import type { FetchedTranscript } from '../platform/tenant-api.ts';
import { OpenTranscript } from './open-transcript.ts';
import { aMessage } from './testing/make.ts';
import { TranscriptWindow } from './testing/window-model.ts';

const conversation = aConversation({ id: 'c-1' });
const all = Array.from({ length: 10 }, (_, index) => aMessage({ id: `m${index}`, index }));

function fetched(messages: readonly Message[], functionCalls: readonly FunctionCall[] = []): FetchedTranscript {
  return { conversation, messages, functionCalls, transitions: [] };
}

function open(transcript: OpenTranscript): TranscriptWindow {
  return new TranscriptWindow((changed) => transcript.open(changed, () => undefined));
}

test('a fetch in the middle of events in any order, with repeats: every message once and in order', () => {
  const sequences = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });
  fc.assert(
    fc.property(sequences, sequences, fc.integer({ min: 0, max: 10 }), fc.boolean(), (before, after, upTo, pump) => {
      const transcript = new OpenTranscript('c-1');
      const window = open(transcript);
      let arrival = 0;
      const tell = (index: number) => {
        const message = all[index];
        const stamp = { sequence: index + 1, arrival: ++arrival, at: arrival };
        if (message !== undefined) transcript.event({ type: 'message', conversationId: 'c-1', message }, stamp);
        if (pump) window.pump();
      };
      for (const index of before) tell(index);
      transcript.fetched(fetched(all.slice(0, upTo)), undefined, { sequence: upTo, askedAt: 0, at: 0 });
      for (const index of after) tell(index);
      window.pump();
      const told = new Set([...before, ...after, ...Array.from({ length: upTo }, (_, index) => index)]);
      expect(window.ordered()).toEqual(all.filter(({ index }) => told.has(index ?? -1)));
    }),
  );
});

test('a missing number among the messages is noticed, and one that the instance itself lacks is not', () => {
  const transcript = new OpenTranscript('c-1');
  const [first, , third, , fifth, sixth] = all;
  if (!first || !third || !fifth || !sixth) throw new Error('not enough messages');
  transcript.fetched(fetched([first, third]), undefined, { sequence: undefined, askedAt: 0, at: 0 });
  expect(transcript.hasHole).toBe(false);
  transcript.event(
    { type: 'message', conversationId: 'c-1', message: fifth },
    { sequence: undefined, arrival: 1, at: 1 },
  );
  expect(transcript.hasHole).toBe(true);
  transcript.fetched(fetched([first, third, fifth]), undefined, { sequence: undefined, askedAt: 1, at: 2 });
  expect(transcript.hasHole).toBe(false);
});

test('a function call that finished does not run again because its start came late', () => {
  const transcript = new OpenTranscript('c-1');
  const window = open(transcript);
  const call = { id: 'f1', name: 'lookUp', inputs: {}, outputs: null } as const;
  transcript.fetched(fetched([]), undefined, { sequence: undefined, askedAt: 0, at: 0 });
  const tell = (status: FunctionCall['status'], arrival: number) =>
    transcript.event(
      { type: 'function', conversationId: 'c-1', call: { ...call, status } },
      { sequence: undefined, arrival, at: arrival },
    );
  tell('succeeded', 1);
  tell('running', 2);
  window.pump();
  expect(window.calls.get('f1')?.status).toBe('succeeded');
});

test('what the instance took back goes from the windows too', () => {
  const transcript = new OpenTranscript('c-1');
  const window = open(transcript);
  transcript.fetched(fetched(all), undefined, { sequence: 20, askedAt: 0, at: 0 });
  window.pump();
  transcript.fetched(fetched(all.slice(0, 4)), undefined, { sequence: 30, askedAt: 0, at: 1 });
  window.pump();
  expect(window.ordered()).toEqual(all.slice(0, 4));
});

const long = Array.from({ length: 5_000 }, (_, index) => aMessage({ id: `m${index}`, index, at: index * 1_000 }));
const calls = [10, 4_990].map((second) => ({
  id: `f${second}`,
  name: 'lookUp',
  status: 'succeeded' as const,
  startedAt: second * 1_000,
  inputs: {},
  outputs: null,
}));

test('of a long transcript the end comes first, then the rest, the newest first, without anything from outside', () => {
  const transcript = new OpenTranscript('c-1');
  const window = open(transcript);
  transcript.fetched(fetched(long, calls), undefined, { sequence: 1, askedAt: 0, at: 0 });
  window.pump();
  expect(window.ordered()).toEqual(long.slice(-100));
  expect([...window.calls.keys()]).toEqual(['f4990']);
  const earlier = [window.earlier];
  for (; window.earlier > 0; earlier.push(window.earlier)) window.pump();
  expect(earlier).toEqual([4_900, 2_900, 900, 0]);
  expect(window.ordered()).toEqual(long);
  expect([...window.calls.keys()].toSorted()).toEqual(['f10', 'f4990']);
});

test('news of a long transcript does not wait for the rest of it, and a failure does not stop it', () => {
  const transcript = new OpenTranscript('c-1');
  const window = open(transcript);
  transcript.fetched(fetched(long), undefined, { sequence: 1, askedAt: 0, at: 0 });
  window.pump();
  const message = aMessage({ id: 'new', index: 5_000 });
  transcript.event({ type: 'message', conversationId: 'c-1', message }, { sequence: 2, arrival: 1, at: 1 });
  transcript.failed({ code: 'forbidden', message: 'No' });
  window.pump();
  expect(window.thrown).toHaveLength(1);
  window.pump();
  expect(window.messages.has('new')).toBe(true);
  while (window.earlier > 0) window.pump();
  expect(window.ordered()).toEqual([...long, message]);
});

test('a message that was taken back while the rest was on its way is not brought back', () => {
  const transcript = new OpenTranscript('c-1');
  const window = open(transcript);
  transcript.fetched(fetched(long), undefined, { sequence: 1, askedAt: 0, at: 0 });
  window.pump();
  transcript.fetched(fetched(long.slice(1)), undefined, { sequence: 2, askedAt: 1, at: 1 });
  do window.pump();
  while (window.earlier > 0);
  expect(window.ordered()).toEqual(long.slice(1));
});
