import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHealth, decodeIncidents } from './decode-health.ts';
import { decodeHistory } from './decode-history.ts';
import { historyQuery } from './history-query.ts';

describe('health is read', () => {
  it.each([
    ['a list', { components: [{ id: 'voice', name: 'Voice', status: 'degraded', message: 'At its cap' }] }],
    [
      'an envelope',
      { data: { services: [{ service_key: 'voice', title: 'Voice', condition: 'IMPAIRED', remark: 'At its cap' }] } },
    ],
    ['a map', { checks: { voice: { name: 'Voice', state: 'warn', output: 'At its cap' } } }],
  ])('from %s', (_, answer) => {
    expect(decodeHealth(answer)).toEqual([
      { id: 'voice', name: 'Voice', kind: 'component', status: 'degraded', message: 'At its cap' },
    ]);
  });

  it('from words alone, with dependencies apart, and as one where only the whole is told', () => {
    expect(decodeHealth({ components: { api: 'up' }, dependencies: [{ id: 'twilio', status: 'down' }] })).toEqual([
      { id: 'api', name: 'api', kind: 'component', status: 'operational' },
      { id: 'twilio', name: 'twilio', kind: 'dependency', status: 'down' },
    ]);
    expect(decodeHealth({ status: 'pass' })).toMatchObject([{ id: 'system', status: 'operational' }]);
    expect(decodeHealth({ hello: 'there' })).toBeUndefined();
  });

  it('a status that is none of ours stays verbatim', () => {
    expect(decodeHealth([{ id: 'x', status: 'Wobbly' }])).toMatchObject([{ status: 'unknown', statusWord: 'Wobbly' }]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (answer) => {
        decodeHealth(answer);
        decodeIncidents(answer);
        decodeHistory(answer, 1);
      }),
    );
  });
});

describe('the past is read', () => {
  const at = 1_700_000_000_000;

  it.each([
    ['points in series', { series: [{ labels: {}, points: [{ at: new Date(at).toISOString(), value: 2 }] }] }],
    ['pairs in lines', { data: { lines: [{ split: {}, values: [[at, 2]] }] } }],
    ['points alone', { metric: 'x', points: [{ timestamp: at / 1_000, avg: 2 }] }],
    ['a bare list', [[at, 2]]],
  ])('from %s', (_, answer) => {
    expect(decodeHistory(answer, 10)).toEqual([{ labels: {}, points: [{ at, value: 20 }] }]);
  });

  it('in order whatever the order it comes in, without what is no number', () => {
    const points = [
      [at + 120_000, 3],
      [at, 1],
      [at + 60_000, null],
      [at + 180_000, 'NaN'],
      ['yesterday', 9],
      [at, 4],
    ];
    expect(decodeHistory({ points }, 1)?.[0]?.points).toEqual([
      { at, value: 4 },
      { at: at + 120_000, value: 3 },
    ]);
  });
});

describe('the past is asked for', () => {
  const question = { metric: 'q', from: 1_700_000_000_000, to: 1_700_000_600_000, stepMs: 300_000, by: [] };
  const parameter = (name: string, type = 'string', description = '') => {
    return { name, in: 'query', required: false, schema: { type, description } } as const;
  };

  it('in the names, units and times of the document', () => {
    const iso = historyQuery([parameter('metric'), parameter('from'), parameter('to'), parameter('step')], question);
    expect(iso).toEqual({ metric: 'q', from: '2023-11-14T22:13:20.000Z', to: '2023-11-14T22:23:20.000Z', step: '5m' });
    const numbers = historyQuery(
      [parameter('gauge'), parameter('since', 'integer', 'epoch seconds'), parameter('bucket_seconds', 'integer')],
      question,
    );
    expect(numbers).toEqual({ gauge: 'q', since: '1700000000', bucketseconds: '300' });
  });

  it('not at all where it cannot say which metric, or cannot split', () => {
    expect(historyQuery([parameter('from')], question)).toBeUndefined();
    expect(historyQuery([parameter('metric')], { ...question, by: ['flow'] })).toBeUndefined();
    expect(historyQuery([parameter('metric'), parameter('by')], { ...question, by: ['flow', 'x'] })).toMatchObject({
      by: 'flow,x',
    });
  });
});
