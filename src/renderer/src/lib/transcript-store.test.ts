import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranscriptBatch } from '../../../shared/ipc/live-batches.ts';
import type { ConversationRow } from '../../../shared/models/conversation.ts';
import type { FunctionCall, Message, Transition } from '../../../shared/models/transcript.ts';
import { aConversation } from '../../../shared/testing/a-conversation.ts';
import { createTranscriptStore } from './transcript-store.ts';

const conversation: ConversationRow = { ...aConversation({ id: 'c-1', contact: { display: 'ada' } }), seenAt: 1 };
const message = (index: number): Message => ({ id: `m-${index}`, index, role: 'customer', text: `text ${index}` });
const call = (id: number, status: FunctionCall['status']): FunctionCall => ({
  id: `f-${id}`,
  name: 'lookUp',
  status,
  startedAt: id,
  inputs: {},
  outputs: status === 'running' ? undefined : { ok: true },
});
const transition = (index: number): Transition => ({ index, from: `s${index}`, event: 'next', to: `s${index + 1}` });
const patch = (part: {
  messages?: readonly Message[];
  functionCalls?: readonly FunctionCall[];
  transitions?: readonly Transition[];
  earlier?: number;
}): TranscriptBatch => ({ kind: 'patch', messages: [], functionCalls: [], transitions: [], seenAt: 2, ...part });

function opened() {
  const store = createTranscriptStore();
  store.apply({
    kind: 'snapshot',
    transcript: { conversation, messages: [], functionCalls: [], transitions: [], seenAt: 1 },
  });
  return store;
}

describe('transcript store', () => {
  it('comes to the same transcript whatever the order of patches and however often they repeat', () => {
    const parts = Array.from({ length: 9 }, (_, index) => [
      patch({ messages: [message(index)] }),
      patch({ functionCalls: [call(index, 'running')] }),
      patch({ functionCalls: [call(index, 'succeeded')] }),
      patch({ transitions: [transition(index)] }),
    ]).flat();
    fc.assert(
      fc.property(fc.shuffledSubarray([...parts, ...parts], { minLength: parts.length * 2 }), (shuffled) => {
        const store = opened();
        for (const batch of shuffled) store.apply(batch);
        const { messages, functionCalls, transitions } = store.get();
        expect(messages).toEqual(Array.from({ length: 9 }, (_, index) => message(index)));
        expect(functionCalls).toEqual(Array.from({ length: 9 }, (_, index) => call(index, 'succeeded')));
        expect(transitions).toEqual(Array.from({ length: 9 }, (_, index) => transition(index)));
      }),
    );
  });

  it('keeps messages without number or time in the order in which they came', () => {
    const store = opened();
    const plain = (id: string): Message => ({ id, role: 'ai', text: id });
    store.apply(patch({ messages: [plain('z'), plain('a')] }));
    store.apply(patch({ messages: [plain('m'), plain('z')] }));
    expect(store.get().messages.map((held) => held.id)).toEqual(['z', 'a', 'm']);
  });

  it('keeps the same list after a batch that says nothing new', () => {
    const store = opened();
    store.apply(patch({ messages: [message(1)] }));
    const before = store.get().messages;
    store.apply(patch({ messages: [message(1)] }));
    expect(store.get().messages).toBe(before);
  });

  it('keeps what was said when the conversation is gone', () => {
    const store = opened();
    store.apply(patch({ messages: [message(1)] }));
    store.apply({ kind: 'gone' });
    expect(store.get().state).toBe('gone');
    expect(store.get().messages).toHaveLength(1);
  });

  it('tells how much is still to come until it is here, in whatever order it comes', () => {
    const store = createTranscriptStore();
    store.apply({
      kind: 'snapshot',
      transcript: { conversation, messages: [message(4)], functionCalls: [], transitions: [], seenAt: 1 },
      earlier: 4,
    });
    expect(store.get().earlier).toBe(4);
    store.apply(patch({ messages: [message(2), message(3)], earlier: 2 }));
    expect(store.get().earlier).toBe(2);
    store.apply(patch({ messages: [message(0), message(1)] }));
    expect('earlier' in store.get()).toBe(false);
    expect(store.get().messages.map((held) => held.index)).toEqual([0, 1, 2, 3, 4]);
  });
});
