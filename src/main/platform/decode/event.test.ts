import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventDecoder } from './event.ts';

const decode = eventDecoder();
const event = (name: string, data: unknown, id?: string) => decode({ event: name, data: JSON.stringify(data), id });
const conversation = { transcriptId: 'c-1', status: 'in-progress' };
const message = { messageId: 'm-1', index: 0, role: 'csr', text: 'Bonjour', at: '2026-03-01T12:00:00Z' };

describe('eventDecoder', () => {
  it.each([
    ['conversation.updated', { conversation }, 'conversation'],
    ['ConversationChanged', conversation, 'conversation'],
    ['transcript-updated', { data: { transcript: conversation } }, 'conversation'],
    ['message.added', { transcriptId: 'c-1', message }, 'message'],
    [
      'UtteranceAdded',
      { conversation_id: 'c-1', utterance: { utterance_id: 'u', content: 'Hi', speaker: 'CUSTOMER' } },
      'message',
    ],
    ['conversation.message.added', { payload: { conversationId: 'c-1', id: 'm', body: 'Hi', from: 'bot' } }, 'message'],
    [
      'function.called',
      { transcriptId: 'c-1', functionCall: { callId: 'f', name: 'lookup', status: 'running' } },
      'function',
    ],
    ['ToolFinished', { chatId: 'c-1', tool: { id: 'f', name: 'lookup', status: 'OK' } }, 'function'],
    ['state.changed', { transcriptId: 'c-1', transition: { index: 0, from: 'A', event: 'E', to: 'B' } }, 'transition'],
    ['heartbeat', { sequence: 4 }, 'heartbeat'],
    ['Ping', {}, 'heartbeat'],
    ['keep-alive', {}, 'heartbeat'],
    ['reset', { reason: 'too-old' }, 'reset'],
    ['AuthorizationExpired', {}, 'unauthorized'],
    ['message', { type: 'conversation.ended', conversation }, 'conversation'],
    ['', { conversation }, 'conversation'],
    ['', { transcriptId: 'c-1', message }, 'message'],
    ['presence.changed', { user: 'u' }, 'unknown'],
    ['conversation.viewed', { transcriptId: 'c-1', watchers: 2 }, 'unknown'],
    ['conversation.updated', { nothing: 1 }, 'malformed'],
    ['message.added', { message }, 'malformed'],
    ['message.added', { transcriptId: 'c-1', message: { text: 3 } }, 'malformed'],
  ])('reads %s as %3$s', (name, data, type) => {
    expect(event(name, data).event.type).toBe(type);
  });

  it('places events by sequence, stream and time', () => {
    expect(event('heartbeat', { sequence: 41, at: '2026-03-01T12:00:00.000Z' })).toMatchObject({
      sequence: 41,
      at: Date.UTC(2026, 2, 1, 12),
    });
    expect(event('conversation.updated', { conversation }, 's-9:42')).toMatchObject({
      id: 's-9:42',
      streamId: 's-9',
      sequence: 42,
    });
    const opaque = event('conversation.updated', { conversation }, '1234');
    expect(opaque).toMatchObject({ id: '1234' });
    expect(opaque.sequence).toBeUndefined();
  });

  it('counts what is no JSON object as malformed, unless its name says all', () => {
    expect(decode({ event: 'conversation.updated', data: '{"conversation":{"tra' }).event.type).toBe('malformed');
    expect(decode({ event: 'message.added', data: '[1]' }).event.type).toBe('malformed');
    expect(decode({ event: 'heartbeat', data: 'still here' }).event.type).toBe('heartbeat');
    expect(decode({ event: 'x', data: `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}` }).event.type).toBe(
      'malformed',
    );
  });

  it('never throws, whatever comes', () => {
    const names = fc.constantFrom(
      'conversation.updated',
      'message.added',
      'function.called',
      'state.changed',
      'reset',
      '',
      '__proto__',
    );
    const keys = fc.constantFrom(
      'transcriptId',
      'conversation',
      'message',
      'functionCall',
      'transition',
      'payload',
      'sequence',
      'at',
      '__proto__',
    );
    const data = fc.oneof(
      fc.string(),
      fc.json(),
      fc.dictionary(keys, fc.jsonValue()).map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(names, data, fc.option(fc.string(), { nil: undefined }), (name, text, id) => {
        expect(decode({ event: name, data: text, id }).event.type).toBeTypeOf('string');
      }),
      { numRuns: 1000 },
    );
  });
});
