import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCaller, decodeFlow, decodeInternalContact, decodeTenant } from './directory.ts';
import { elementSchemaIn, listIn } from './envelope.ts';
import { instantOf } from './instant.ts';
import { transcriptDecoder, wrappedConversationDecoder } from './transcript.ts';
import { decodeFunctionCall, decodeMessage } from './transcript-parts.ts';

describe('listIn', () => {
  it.each([
    [[1]],
    [{ items: [1], nextCursor: null }],
    [{ data: [1], meta: { tags: [2] } }],
    [{ results: [1] }],
    [{ data: { items: [1] } }],
    [{ conversations: [1], items: [2] }],
    [{ page: { content: [1] } }],
    [{ somethingElse: [1], total: 1 }],
  ])('finds the list in %j', (answer) => {
    expect(listIn(answer, ['conversations'])).toEqual([1]);
  });

  it('tells an unreadable answer from an empty list', () => {
    expect(listIn({ items: [] })).toEqual([]);
    expect(listIn({ total: 0 })).toBeUndefined();
    expect(listIn({ a: [1], b: [2] })).toBeUndefined();
    expect(listIn('nothing')).toBeUndefined();
  });

  it('finds the schema of an element the same way', () => {
    const talk = { type: 'object', properties: { id: {} } };
    const schema = {
      type: 'object',
      properties: { data: { type: 'object', properties: { items: { type: 'array', items: talk } } } },
    };
    expect(elementSchemaIn({ root: {}, schema })?.schema).toBe(talk);
  });
});

describe('instantOf', () => {
  it('reads seconds, milliseconds, digits and ISO, and what the schema says wins', () => {
    expect(instantOf(1_700_000_000)).toBe(1_700_000_000_000);
    expect(instantOf(1_700_000_000_000)).toBe(1_700_000_000_000);
    expect(instantOf('1700000000')).toBe(1_700_000_000_000);
    expect(instantOf('2026-03-01T12:00:00.250Z')).toBe(Date.UTC(2026, 2, 1, 12, 0, 0, 250));
    expect(instantOf(5000, 'ms')).toBe(5000);
    for (const wrong of ['yesterday', null, {}, Number.NaN, 1e300, true]) expect(instantOf(wrong)).toBeUndefined();
  });
});

describe('transcripts', () => {
  const parts = {
    messages: [{ messageId: 'm-1', role: 'ai', text: 'Hi' }, { nonsense: true }, 7],
    functionCalls: [{ callId: 'f-1', name: 'lookup', status: 'succeeded', inputs: { a: 1 }, outputs: null }],
    transitions: [{ index: 0, from: 'A', event: 'E', to: 'B' }],
  };

  it('reads one object, and envelopes around and beside the conversation', () => {
    const decode = transcriptDecoder();
    const flat = decode({ transcriptId: 'c-1', status: 'completed', sequence: 9, ...parts });
    expect(flat).toMatchObject({ conversation: { id: 'c-1', other: {} }, sequence: 9 });
    expect(flat?.messages).toEqual([{ id: 'm-1', role: 'ai', text: 'Hi' }]);
    const beside = decode({ data: { conversation: { id: 'c-1', status: 'Active' }, ...parts } });
    expect(beside).toMatchObject({ conversation: { id: 'c-1', status: 'in-progress' } });
    expect(beside?.functionCalls[0]).toMatchObject({ id: 'f-1', inputs: { a: 1 }, outputs: null });
    expect(beside?.transitions).toEqual([{ index: 0, from: 'A', event: 'E', to: 'B' }]);
    expect(decode({ ok: true })).toBeUndefined();
  });

  it('keeps an unknown role in the instance’s own word', () => {
    expect(decodeMessage({ id: 'm', role: 'interpreter', text: '' })).toEqual({
      id: 'm',
      role: 'unknown',
      roleLabel: 'interpreter',
      text: '',
    });
    expect(decodeMessage({ id: 'm', author: { name: 'Avery', role: 'CSR' }, text: 'x' })).toMatchObject({
      role: 'csr',
      author: 'Avery',
    });
  });

  it('reads how a message felt, in whatever scale and shape; a word is no number', () => {
    const felt = (mood: unknown) => decodeMessage({ id: 'm', role: 'user', text: 'x', mood })?.sentiment;
    expect([felt(-0.4), felt('0.25'), felt(-62), felt({ score: 0.5 }), felt(0)]).toEqual([-0.4, 0.25, -0.62, 0.5, 0]);
    expect([felt('negative'), felt(null), felt(Number.NaN), felt(9_000)]).toEqual([undefined, undefined, undefined, 1]);
  });

  it('reads directory answers', () => {
    expect(decodeInternalContact({ contact_id: 4, label: 'Desk', phone: '+1' })).toEqual({
      id: '4',
      name: 'Desk',
      phoneNumber: '+1',
    });
    expect(decodeTenant('north')).toEqual({ slug: 'north', name: 'north' });
    expect(decodeTenant({ org: 'north', title: 'North', tz: 'America/Toronto' })).toEqual({
      slug: 'north',
      name: 'North',
      timeZone: 'America/Toronto',
    });
    expect(
      decodeFlow({ id: 'f', nodes: [{ name: 'A' }, 'B'], edges: [{ source: 'A', on: 'E', target: 'B' }] }),
    ).toEqual({
      id: 'f',
      name: 'f',
      states: ['A', 'B'],
      transitions: [{ from: 'A', event: 'E', to: 'B' }],
    });
    expect(decodeCaller({ sub: 'u', scope: 'a:read b:write', tenants: ['north'] })).toMatchObject({
      id: 'u',
      scopes: ['a:read', 'b:write'],
    });
  });

  it('never throws, whatever the JSON', () => {
    const decoders = [
      transcriptDecoder(),
      wrappedConversationDecoder(),
      decodeMessage,
      decodeFunctionCall,
      decodeInternalContact,
      decodeTenant,
      decodeFlow,
      decodeCaller,
      listIn,
    ];
    const keys = fc.constantFrom(
      'id',
      'data',
      'messages',
      'states',
      'transitions',
      'text',
      'role',
      'name',
      'status',
      'tenants',
      'conversation',
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue({ maxDepth: 4 }))), (raw) => {
        for (const decode of decoders) decode(raw);
      }),
      { numRuns: 500 },
    );
  });
});
