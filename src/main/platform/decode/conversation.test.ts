import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_31 } from '../testing/documents.ts';
import { conversationDecoder } from './conversation.ts';

const decode = conversationDecoder();
const AT = Date.parse('2026-03-01T12:00:00.000Z');

describe('conversationDecoder', () => {
  it('reads camelCase with ISO times', () => {
    expect(
      decode({
        transcriptId: 'c-1',
        revision: 4,
        platform: 'webchat',
        direction: 'inbound',
        contact: { id: 'p-1', display: 'lea@example.test', name: 'Léa' },
        pointOfContact: { id: 'poc-1', name: 'Site' },
        status: 'in-progress',
        handledBy: { kind: 'human', userId: 'u-1', name: 'Avery', since: '2026-03-01T12:00:00.000Z' },
        aiState: 'paused',
        queue: null,
        flow: { id: 'f-1', name: 'Billing', version: 3 },
        state: 'Initial',
        startedAt: '2026-03-01T12:00:00.000Z',
        endedAt: null,
        lastMessageAt: null,
        sessions24h: 2,
        risk: { level: 3, label: 'high' },
        sentiments: [{ name: 'anger', score: 0.6 }],
        sentimentTrend: [-0.2, 0.1],
        functionsCalled: ['lookup'],
        functionCallCount: 5,
        parameters: [{ name: 'account', value: '12', source: 'verified' }],
        tags: [{ name: 'Language', value: 'English' }],
        flagged: true,
        language: 'en',
        environment: 'production',
      }),
    ).toEqual({
      id: 'c-1',
      revision: 4,
      platform: 'webchat',
      direction: 'inbound',
      contact: { id: 'p-1', display: 'lea@example.test', name: 'Léa' },
      status: 'in-progress',
      ended: false,
      handler: { kind: 'human', userId: 'u-1', name: 'Avery', since: AT },
      aiState: 'paused',
      flow: { id: 'f-1', name: 'Billing', version: '3' },
      state: 'Initial',
      startedAt: AT,
      sessions24h: 2,
      risk: { level: 3, label: 'high' },
      sentiments: [{ name: 'anger', score: 0.6 }],
      sentimentTrend: [-0.2, 0.1],
      functionsCalled: ['lookup'],
      functionCallCount: 5,
      parameters: [{ name: 'account', value: '12', source: 'verified' }],
      tags: [{ name: 'Language', value: 'English' }],
      flagged: true,
      language: 'en',
      environment: 'production',
      other: { pointOfContact: { id: 'poc-1', name: 'Site' } },
    });
  });

  it('reads other names, flat fields, epochs, percentages, maps and capitals', () => {
    const read = decode({
      'Conversation-ID': 77,
      CHANNEL: 'WEB_CHAT',
      status: 'HUMAN_HANDOFF',
      agent_name: 'Morgan',
      handler_type: 'CSR',
      customer_phone: '+14165550100',
      start_time: AT,
      end_time: AT / 1000,
      risk_score: 88,
      emotions: { joy: 12, fear: 70 },
      tags: { topic: 'move' },
      labels: ['vip'],
      bot_status: 'Typing',
    });
    expect(read).toMatchObject({
      id: '77',
      platform: 'webchat',
      status: 'human-handoff',
      ended: true,
      handler: { kind: 'human', name: 'Morgan' },
      contact: { display: '+14165550100' },
      startedAt: AT,
      endedAt: AT,
      risk: { level: 4, label: 'critical' },
      sentiments: [
        { name: 'joy', score: 0.12 },
        { name: 'fear', score: 0.7 },
      ],
      tags: [{ name: 'topic', value: 'move' }],
      aiState: 'composing',
      other: { labels: ['vip'] },
    });
  });

  it('lets the schema give away names, units and scales that the names do not', () => {
    const schema = { root: DOCUMENT_31, schema: DOCUMENT_31.components.schemas.Talk };
    const read = conversationDecoder(schema)({
      transcriptId: 'c',
      beganOn: 5,
      vehicle: 'VOICE',
      danger: 0.7,
      status: 'x',
    });
    expect(read).toMatchObject({ startedAt: 5000, platform: 'voice', risk: { level: 3, label: 'high' }, other: {} });
    expect(decode({ transcriptId: 'c', vehicle: 'VOICE' })?.other).toEqual({ vehicle: 'VOICE' });
  });

  it('keeps unknown enumeration values verbatim', () => {
    const read = decode({ id: 'c', status: 'Escalated To Fraud Desk', platform: 'Fax', direction: 'sideways' });
    expect(read).toMatchObject({
      status: 'Escalated To Fraud Desk',
      platform: 'Fax',
      direction: 'sideways',
      ended: false,
    });
  });

  it.each([
    ['IN_PROGRESS', 'in-progress'],
    ['Human Handoff', 'human-handoff'],
    ['Answering Machine — Message Left', 'answering-machine-message-left'],
    ['No Message Left', 'answering-machine-no-message'],
    ['NoAnswer', 'no-answer'],
  ])('spells %s as %s', (theirs, ours) => {
    expect(decode({ id: 'c', status: theirs })?.status).toBe(ours);
  });

  it('never makes up a calm risk', () => {
    expect(decode({ id: 'c', risk: 'purple' })).toMatchObject({ other: { risk: 'purple' } });
    expect(decode({ id: 'c', risk: 'purple' })?.risk).toBeUndefined();
    expect(decode({ id: 'c' })?.risk).toBeUndefined();
    expect(decode({ id: 'c', risk: 2 })?.risk).toEqual({ level: 2, label: 'elevated' });
    expect(decode({ id: 'c', risk: 0.95 })?.risk).toEqual({ level: 4, label: 'critical' });
    expect(decode({ id: 'c', risk: 'SEVERE' })?.risk).toEqual({ level: 4, label: 'SEVERE' });
  });

  it('tells an ended conversation by its status or its end', () => {
    const ended = (fields: object) => decode({ id: 'c', ...fields })?.ended;
    expect(ended({ status: 'completed' })).toBe(true);
    expect(ended({ status: 'closed' })).toBe(true);
    expect(ended({ status: 'human-handoff', endedAt: null })).toBe(false);
    expect(ended({ status: 'human-handoff', endedAt: AT })).toBe(true);
    expect(ended({ status: 'reported' })).toBe(true);
    expect(ended({ status: 'reported', endedAt: null })).toBe(false);
  });

  it('gives a waiting conversation to the queue', () => {
    expect(
      decode({ id: 'c', status: 'QUEUED', handledBy: { kind: 'none' }, queue: { skills: ['billing'] } }),
    ).toMatchObject({
      handler: { kind: 'queue' },
      queue: { skills: ['billing'] },
    });
  });

  it('reads a bare handler as a kind or as a person', () => {
    expect(decode({ id: 'c', handledBy: 'AI_AGENT' })?.handler).toEqual({ kind: 'ai' });
    expect(decode({ id: 'c', assignee: 'Robin Chen' })?.handler).toEqual({ kind: 'human', name: 'Robin Chen' });
    expect(decode({ id: 'c', assignee: null })?.handler).toEqual({ kind: 'none' });
    expect(decode({ id: 'c' })?.handler).toEqual({ kind: 'unknown' });
  });

  it('takes the most telling of two fields for one place and keeps the other', () => {
    expect(decode({ id: 'row-9', transcriptId: 'c-9' })).toMatchObject({ id: 'c-9', other: { id: 'row-9' } });
    expect(decode({ transcriptId: 'c-9', id: 'row-9' })).toMatchObject({ id: 'c-9', other: { id: 'row-9' } });
    expect(decode({ transcriptId: null, id: 'row-9' })?.id).toBe('row-9');
  });

  it('is undefined without an id and never throws, whatever the JSON', () => {
    expect(decode({ status: 'in-progress' })).toBeUndefined();
    const names = [
      'id',
      'status',
      'risk',
      'contact',
      'handledBy',
      'flow',
      'queue',
      'sentiments',
      'tags',
      'parameters',
      'startedAt',
      'state',
      '__proto__',
    ];
    const shaped = fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), shaped), (raw) => {
        const read = decode(JSON.parse(JSON.stringify(raw)));
        if (read !== undefined) {
          expect(typeof read.id).toBe('string');
          expect([0, 1, 2, 3, 4, undefined]).toContain(read.risk?.level);
        }
      }),
      { numRuns: 1000 },
    );
    expect(Object.hasOwn(Object.prototype, 'id')).toBe(false);
  });
});
