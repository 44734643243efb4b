import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnown } from '../../../shared/models/metric.ts';
import { decodeMetrics, MAX_METRICS, type ReadMetric } from './decode-metrics.ts';

function metric(answer: unknown, id: string): ReadMetric | undefined {
  return decodeMetrics(answer)?.metrics.find((each) => each.id === id);
}

describe('metrics are read', () => {
  it.each([
    ['a list in an envelope', { items: [{ name: 'queue.waiting', value: 7, unit: 'conversations' }] }],
    ['a bare list', [{ metric: 'waiting_for_agent', current: 7, unit: 'count' }]],
    ['a map of numbers', { data: { as_of: 1_700_000_000_000, metrics: { handoffQueueDepth: 7 } } }],
    ['a map of objects', { result: { gauges: { human_queue_backlog: { reading: '7', measure: 'count' } } } }],
  ])('from %s', (_, answer) => {
    expect(metric(answer, 'queue.waiting')).toMatchObject({ value: 7, quantity: 'count' });
  });

  it.each([
    ['ai.containment', 'containment_ratio', 'ratio', 0.81, 81],
    ['ai.containment', 'AI containment', '%', 81, 81],
    ['model.latencyP95', 'llm_response_time_p95', 'ms', 1_900, 1.9],
    ['model.latencyP95', 'modelLatencyP95Ms', undefined, 1_900, 1.9],
    ['functions.calls', 'tool_invocations', '/s', 2, 120],
    ['functions.failureRate', 'functions.failure_rate', 'percent', 3, 3],
    ['voice.cap', 'twilioConcurrencyLimit', undefined, 120, 120],
    ['voice.inUse', 'voice.channels_in_use', 'calls', 80, 80],
    ['voice.queued', 'phone_calls_pending', 'count', 31, 31],
    ['model.saturation', 'llmPoolUtilisation', 'ratio', 0.62, 62],
    ['queue.longestWait', 'oldest_waiting_seconds', undefined, 252, 252],
    ['stream.clients', 'sse_connections', 'count', 4, 4],
    ['conversations.inProgress', 'activeChats', undefined, 5_204, 5_204],
  ])('as %s from %s in %s', (id, name, unit, value, expected) => {
    expect(metric([{ name, value, ...(unit && { unit }) }], id)?.value).toBeCloseTo(expected);
  });

  it('of two that mean the same, the plainer name has it and the other is still there', () => {
    const read = decodeMetrics([
      { name: 'conversations.in_progress.of_partner_brand', value: 3, unit: 'conversations' },
      { name: 'conversations.in_progress', value: 70, unit: 'conversations' },
    ])?.metrics;
    expect(read?.map(({ id, value }) => [id, value])).toEqual([
      ['x:conversations.in_progress.of_partner_brand', 3],
      ['conversations.inProgress', 70],
    ]);
  });

  it('with their parts, in our words for labels and known values', () => {
    const splits = [
      { split: { platform: 'WEB_CHAT' }, reading: 4 },
      { split: { tool: 'lookupMeter' }, reading: null },
      { split: {}, reading: 1 },
    ];
    const found = metric(
      { data: { gauges: { active_conversations: { reading: 9, splits } } } },
      'conversations.inProgress',
    );
    expect(found?.parts).toEqual([
      { labels: { channel: 'webchat' }, value: 4 },
      { labels: { function: 'lookupMeter' } },
    ]);
    expect(found?.dimensions.get('channel')).toBe('platform');
  });

  it('what the console does not know keeps its name, number and unit', () => {
    expect(metric([{ name: 'gpu.temperature', value: -4, unit: '°C' }], 'x:gpu.temperature')).toMatchObject({
      value: -4,
      unit: '°C',
      quantity: 'count',
    });
  });
});

describe('bad input', () => {
  it.each([
    [null, 'missing'],
    [undefined, 'missing'],
    ['NaN', 'no-number'],
    [{}, 'no-number'],
    [true, 'no-number'],
    [-3, 'negative'],
  ])('%j is %s and no value', (value, problem) => {
    const found = metric({ items: [{ name: 'queue.waiting', value, unit: 'conversations' }] }, 'queue.waiting');
    expect(found).toMatchObject({ problem });
    expect(found).not.toHaveProperty('value');
  });

  it('a thousand unknown metrics are all there; tens of thousands are cut off and counted', () => {
    const many = (count: number) => ({
      items: Array.from({ length: count }, (_, nth) => ({ name: `thing.${nth}`, value: nth })),
    });
    expect(decodeMetrics(many(1_000))?.metrics).toHaveLength(1_000);
    const cut = decodeMetrics(many(MAX_METRICS + 20));
    expect([cut?.metrics.length, cut?.leftOut]).toEqual([MAX_METRICS, 20]);
  });

  it('an answer without metrics is not one with none', () => {
    expect(decodeMetrics({ items: [] })?.metrics).toEqual([]);
    for (const answer of ['<html>', 7, null, {}, { message: 'hello' }, [1, 2]]) {
      expect(decodeMetrics(answer)?.metrics ?? [], JSON.stringify(answer)).toEqual([]);
    }
    expect(decodeMetrics('<html>')).toBeUndefined();
  });

  it('no answer makes it throw, and no value is ever anything but a finite number', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (answer) => {
        for (const { value, parts, id } of decodeMetrics(answer)?.metrics ?? []) {
          if (value !== undefined) expect(Number.isFinite(value)).toBe(true);
          if (value !== undefined && isKnown(id)) expect(value).toBeGreaterThanOrEqual(0);
          for (const part of parts) expect(Object.keys(part.labels).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
