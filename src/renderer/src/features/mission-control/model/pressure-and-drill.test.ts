import { describe, expect, it } from 'vitest';
import type { TelemetryView } from '../../../../../shared/models/telemetry.ts';
import { fakeTelemetry } from '../../../../testing/fake-telemetry.ts';
import { pressuresOf } from './back-pressure.ts';
import { drillOf, drillOfComponent, withSpan } from './drill.ts';

const NOW = Date.parse('2026-02-03T15:00:00Z');
const busy = fakeTelemetry(NOW);

/** The view with some values changed, and all components well. */
function calmBut(values: Readonly<Record<string, number>>, change: Partial<TelemetryView> = {}): TelemetryView {
  const calm: Readonly<Record<string, number>> = {
    'voice.queued': 0,
    'queue.waiting': 0,
    'model.queue': 0,
    'model.saturation': 40,
    'indexing.queue': 3,
  };
  return {
    ...busy,
    components: busy.components.map((component) => ({ ...component, status: 'operational' })),
    metrics: busy.metrics.map((metric) => {
      const value = values[metric.id] ?? calm[metric.id];
      return value === undefined ? metric : { ...metric, value };
    }),
    ...change,
  };
}

describe('back-pressure', () => {
  it('is none while nothing queues, slows or fails', () => {
    expect(pressuresOf(calmBut({}))).toEqual([]);
  });

  it('tells the worst first, with where to look', () => {
    const found = pressuresOf(busy);
    expect(found.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['integrationDown', 'alarm'],
      ['voiceAtCap', 'alarm'],
      ['peopleShort', 'warn'],
    ]);
    expect(found[1]?.drill).toEqual({ kind: 'campaigns', otherwise: { platform: 'voice' } });
    expect(found[2]).toMatchObject({ count: 38, seconds: 252, amount: 22 });
  });

  it('tells how long the queue of calls takes, by how fast voice conversations end', () => {
    const [voice] = pressuresOf(
      calmBut({
        'voice.queued': 30,
        'voice.inUse': 100,
        'conversations.inProgress': 200,
        'conversations.ended': 20,
      }),
    );
    // 20 end a minute, half of them voice: 30 calls take 3 minutes.
    expect(voice).toMatchObject({ kind: 'voiceAtCap', count: 30, amount: 3 });
  });

  it('does not guess a time where nothing ends', () => {
    const [voice] = pressuresOf(calmBut({ 'voice.queued': 30, 'conversations.ended': 0 }));
    expect(voice?.kind).toBe('voiceAtCap');
    expect(voice?.amount).toBeUndefined();
  });

  it('names the functions that fail, the worst first, at most two', () => {
    const failing = { lookupMeter: 30, createTicket: 80, lookupAccount: 26, sendLink: 4 };
    const base = calmBut({});
    const found = pressuresOf({
      ...base,
      metrics: base.metrics.map((metric) =>
        metric.id === 'functions.failureRate'
          ? {
              ...metric,
              parts: Object.entries(failing).map(([name, value]) => ({ labels: { function: name }, value })),
            }
          : metric,
      ),
    });
    expect(found.map(({ name, severity }) => [name, severity])).toEqual([
      ['createTicket', 'alarm'],
      ['lookupMeter', 'warn'],
    ]);
    expect(found[0]?.drill).toEqual({ kind: 'live', filters: { function: 'createTicket' } });
  });

  it('calls the model full by its queue or its saturation', () => {
    expect(pressuresOf(calmBut({ 'model.queue': 12 }))).toMatchObject([{ kind: 'modelFull', severity: 'alarm' }]);
    expect(pressuresOf(calmBut({ 'model.saturation': 99 }))).toMatchObject([{ kind: 'modelFull', severity: 'warn' }]);
  });

  it('tells how long indexing takes', () => {
    expect(pressuresOf(calmBut({ 'indexing.queue': 90 }))).toMatchObject([
      { kind: 'indexingBehind', count: 90, amount: 15 },
    ]);
  });

  it('holds its tongue about waiting customers while enough CSRs are free', () => {
    expect(pressuresOf(calmBut({ 'queue.waiting': 20 }))).toEqual([]);
    expect(pressuresOf(calmBut({ 'queue.waiting': 23 }))).toMatchObject([{ kind: 'peopleShort', amount: 22 }]);
  });

  it('says nothing of metrics that are not told', () => {
    expect(pressuresOf({ ...calmBut({}), metrics: [] })).toEqual([]);
  });
});

describe('what is behind a number', () => {
  it('are the conversations that its labels name', () => {
    expect(drillOf('conversations.inProgress')).toEqual({ kind: 'live', filters: {} });
    expect(drillOf('conversations.inProgress', { channel: 'sms' })).toEqual({
      kind: 'live',
      filters: { platform: 'sms' },
    });
    expect(drillOf('functions.failureRate', { function: 'lookupMeter' })).toEqual({
      kind: 'live',
      filters: { function: 'lookupMeter' },
    });
    expect(drillOf('queue.waiting', { flow: 'Move-in', skill: 'Outages' })).toEqual({
      kind: 'live',
      filters: { status: 'queued', flow: 'Move-in' },
    });
  });

  it('are conversations of a time for what is counted over one, by how they ended', () => {
    const shown = { from: 3_600_500, to: 7_200_500 };
    const within = (metric: string, labels = {}) => {
      const target = drillOf(metric, labels);
      return target && withSpan(target, shown);
    };
    expect(within('conversations.abandoned', { flow: 'Move-in' })).toMatchObject({
      kind: 'archive',
      filter: { status: ['abandoned'], flow: 'Move-in' },
      span: { from: 3_600_000, to: 7_260_000 },
    });
    expect(within('conversations.started', { channel: 'sms' })).toMatchObject({ filter: { platform: ['sms'] } });
    expect(within('conversations.ended', { status: 'failed' })).toMatchObject({ filter: { status: ['failed'] } });
    // A share of the last quarter of an hour is of that, whatever is shown.
    expect(within('ai.containment')).toMatchObject({ span: { from: 7_200_500 - 900_000 - 500, to: 7_260_000 } });
    expect(within('queue.waiting')).toEqual(drillOf('queue.waiting'));
  });

  it('are campaigns where they make the number', () => {
    expect(drillOf('campaigns.pace')).toEqual({ kind: 'campaigns', otherwise: { direction: 'outbound' } });
  });

  it('is nothing that can be looked at for what no conversation makes, and for what is not known', () => {
    for (const metric of ['indexing.queue', 'stream.clients', 'agents.signedIn', 'x:speech.endpointing_delay']) {
      expect(drillOf(metric), metric).toBeUndefined();
    }
    expect(drillOfComponent('email')).toEqual({ kind: 'live', filters: { platform: 'email' } });
    expect(drillOfComponent('indexing')).toBeUndefined();
  });
});
