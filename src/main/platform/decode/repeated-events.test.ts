import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventDecoder } from './event.ts';

type Json = Record<string, unknown>;

const instant = fc.constantFrom('2026-03-01T12:00:00Z', '2026-03-01T12:00:01.250Z', 1772366400, 'soon', null);
const text = fc.constantFrom('', 'Identify', 'dit « non »', 'a "quoted" \\ word', '}', ',"state":"x"', '🙂\n', null, 3);
/** Fields in the words of several instances, some for one place, some for none, some read together. */
const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  revision: fc.integer({ min: 0, max: 1e9 }),
  platform: fc.constantFrom('voice', 'SMS', 'pager'),
  channel: fc.constantFrom('sms', null),
  contact: fc.constantFrom({ id: 'p', display: '+1' }, { display: 'Ana', name: 'Ana' }, 'Ana', null),
  contactName: text,
  status: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('in-progress', 'queued') },
    fc.constantFrom('completed', ''),
  ),
  handledBy: fc.constantFrom({ kind: 'ai' }, { kind: 'human', name: 'Io' }, null, 'Bot'),
  aiState: fc.constantFrom('running', 'PAUSED', null),
  queue: fc.constantFrom(null, { skills: ['billing'], since: '2026-03-01T12:00:00Z' }),
  flow: fc.constantFrom({ id: 'f', name: 'Billing', version: 22 }, null),
  state: text,
  startedAt: instant,
  endedAt: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constant('2026-03-01T12:00:00Z')),
  lastMessageAt: instant,
  risk: fc.constantFrom({ level: 2, label: 'elevated' }, { level: 3, label: 'high' }, 'strange', null, 0.4),
  riskScore: fc.constantFrom(12, 80, null),
  sentiments: fc.array(fc.record({ name: fc.constantFrom('joy', 'anger'), score: fc.double({ min: 0, max: 1 }) })),
  sentimentTrend: fc.array(fc.double({ min: -1, max: 1 }), { maxLength: 4 }),
  functionsCalled: fc.array(fc.constantFrom('lookup', 'pay'), { maxLength: 2 }),
  functionCallCount: fc.nat(),
  parameters: fc.constantFrom([], [{ name: 'p', value: '1', source: 'verified' }], { p: 1 }),
  tags: fc.constantFrom([], ['vip'], { Language: 'English' }),
  flagged: fc.boolean(),
  watchers: fc.constantFrom([], [{ id: 'u', name: 'Io' }], 2, null),
  pointOfContact: fc.constantFrom({ id: 'poc', name: 'Line' }, null),
  updatedBy: text,
  ['__proto__']: fc.constantFrom({ status: 'completed' }, 1),
};
const names = Object.keys(fields);
const pick = <T>(record: Readonly<Record<string, T>>, wanted: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => wanted.includes(name)));

/** Fields for each of which there is a place of its own. */
const plain = names.filter((name) => !['channel', 'contactName', 'riskScore', '__proto__'].includes(name));
/** What an instance tells of one conversation: mostly the same fields, of which a few move. */
const told = fc.tuple(
  fc.oneof(fc.record(fields, { requiredKeys: [] }), fc.record(fields, { requiredKeys: plain })),
  fc.array(
    fc.array(fc.constantFrom(...plain), { maxLength: 3 }).chain((moved) => fc.record(pick(fields, moved))),
    { minLength: 6, maxLength: 12 },
  ),
);
const envelope = fc.constantFrom<(id: string, sequence: number, conversation: Json) => Json>(
  (id, sequence, conversation) => ({
    sequence,
    at: '2026-03-01T12:00:00Z',
    transcriptId: id,
    revision: 3,
    conversation,
  }),
  (id, sequence, conversation) => ({
    event_type: 'ConversationChanged',
    position: sequence,
    conversation_id: id,
    conversation,
  }),
  (id, sequence, conversation) => ({ conversation, transcriptId: id, sequence, streamId: 's-2' }),
  (id, sequence, conversation) => ({ transcriptId: id, meta: { a: 1 }, sequence, conversation }),
  (_, sequence, conversation) => ({ transcriptId: 'c-other', reason: null, sequence, conversation }),
);
const written = ([first, moves]: [Json, Json[]], wrap: (id: string, sequence: number, conversation: Json) => Json) => {
  const texts: string[] = [];
  let now: Json = { transcriptId: 'c-1', status: 'in-progress', ...first };
  for (const [sequence, moved] of [{}, ...moves].entries()) {
    // Fields that it never had come seldom: most moves keep to those that are there.
    const kept = sequence % 4 === 3 ? moved : pick(moved, Object.keys(now));
    now = { ...now, ...kept };
    texts.push(JSON.stringify(wrap('c-1', sequence, now)));
  }
  return texts;
};
const raw = (data: string, index: number) => ({ event: 'conversation.updated', id: `s-1:${index}`, data });

describe('an event about a conversation that was told before', () => {
  it('is read as if it were the first', () => {
    fc.assert(
      fc.property(told, envelope, (conversation, wrap) => {
        const decode = eventDecoder();
        for (const [index, data] of written(conversation, wrap).entries())
          expect(decode(raw(data, index))).toStrictEqual(eventDecoder()(raw(data, index)));
      }),
      { numRuns: 400 },
    );
  });

  it('is found mangled as if it were the first', () => {
    const piece = fc.constantFrom('', '"', ',', '}', '{', ' ', '0', '\\', '1e', ':', ',"state":"y"', '\u0000');
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.constantFrom(0, 1, 2, 1e6),
      piece,
    });
    fc.assert(
      fc.property(
        told,
        envelope,
        fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, damage), { minLength: 13, maxLength: 13 }),
        (conversation, wrap, damages) => {
          const decode = eventDecoder();
          for (const [index, whole] of written(conversation, wrap).entries()) {
            const harm = damages[index];
            const at = Math.floor((harm?.at ?? 0) * whole.length);
            const data = harm ? whole.slice(0, at) + harm.piece + whole.slice(at + harm.cut) : whole;
            expect(decode(raw(data, index))).toStrictEqual(eventDecoder()(raw(data, index)));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is read as a whole after one that broke off behind a change', () => {
    const decode = eventDecoder();
    const data = (state: string, revision: number) =>
      JSON.stringify({ transcriptId: 'c-1', conversation: { id: 'c-1', status: 'queued', state, revision } });
    const states = [data('a', 1), data('b', 2), data('c', 3).slice(0, -4), data('c', 4)].map((text, index) => {
      const { event } = decode(raw(text, index));
      return event.type === 'conversation' ? event.conversation.state : event.type;
    });
    expect(states).toEqual(['a', 'b', 'malformed', 'c']);
  });

  it('is refused as at first where what it tells anew is nested too deeply', () => {
    const decode = eventDecoder();
    // As text: writing it out would itself go too deep.
    const data = (extra: string) =>
      `{"transcriptId":"c-1","conversation":{"transcriptId":"c-1","status":"queued","extra":${extra}}}`;
    const deep = '['.repeat(9_000) + ']'.repeat(9_000);
    const read = [data('1'), data('2'), data(deep), data('3')].map(
      (text, index) => decode(raw(text, index)).event.type,
    );
    expect(read).toEqual(['conversation', 'conversation', 'malformed', 'conversation']);
  });

  it('keeps the objects of what did not change', () => {
    const decode = eventDecoder();
    const data = (state: string) =>
      JSON.stringify({
        transcriptId: 'c-1',
        conversation: { transcriptId: 'c-1', status: 'queued', state, tags: ['vip'], contact: { display: 'Ana' } },
      });
    const [first, second, third] = ['a', 'b', 'c'].map((state, index) => decode(raw(data(state), index)).event);
    if (first?.type !== 'conversation' || second?.type !== 'conversation' || third?.type !== 'conversation')
      throw new Error();
    expect(third.conversation).not.toBe(second.conversation);
    expect([first, second, third].map((event) => event.conversation.state)).toEqual(['a', 'b', 'c']);
    expect(third.conversation.tags).toBe(first.conversation.tags);
    expect(third.conversation.contact).toBe(first.conversation.contact);
  });
});
