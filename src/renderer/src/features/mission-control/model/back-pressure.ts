import type { HealthComponent, TelemetryView } from '../../../../../shared/models/telemetry.ts';
import type { DrillTarget } from './drill.ts';
import { amountOf, findMetric } from './find-metric.ts';

/** One thing that queues, slows or fails, with what it needs to be told in words. */
export interface Pressure {
  readonly kind: 'voiceAtCap' | 'modelFull' | 'functionFails' | 'peopleShort' | 'integrationDown' | 'indexingBehind';
  readonly severity: 'warn' | 'alarm';
  readonly count: number;
  readonly name: string;
  /** Seconds, where a time belongs to it; undefined where it is not known. */
  readonly seconds?: number | undefined;
  /** Percent, people free, or minutes to drain; by kind. */
  readonly amount?: number | undefined;
  /** Epoch ms. */
  readonly since?: number | undefined;
  readonly drill?: DrillTarget;
}

/** A function that fails in this share of its calls is named. */
const FAILING_PERCENT = 25;
const LONG_INDEXING = 60;
/** Fewer waiting than this is no pressure, however few people are free. */
const SOME_WAITING = 3;

/** Minutes until the queue of calls is gone if no new ones are dialled: as fast as voice conversations end now. */
function drainMinutes(view: TelemetryView, queued: number): number | undefined {
  const ended = amountOf(view, 'conversations.ended');
  const voice = amountOf(view, 'voice.inUse');
  const all = amountOf(view, 'conversations.inProgress');
  if (ended === undefined || voice === undefined || all === undefined || all === 0 || ended <= 0) return undefined;
  return queued / (ended * (voice / all));
}

function voicePressure(view: TelemetryView): Pressure | undefined {
  const queued = amountOf(view, 'voice.queued') ?? 0;
  if (queued < 1) return undefined;
  return {
    kind: 'voiceAtCap',
    severity: 'alarm',
    count: queued,
    name: '',
    amount: drainMinutes(view, queued),
    drill: { kind: 'campaigns', otherwise: { platform: 'voice' } },
  };
}

function modelPressure(view: TelemetryView): Pressure | undefined {
  const waiting = amountOf(view, 'model.queue') ?? 0;
  const saturation = amountOf(view, 'model.saturation') ?? 0;
  if (waiting < 1 && saturation < 98) return undefined;
  const seconds = amountOf(view, 'model.latencyP95');
  return { kind: 'modelFull', severity: waiting >= 10 ? 'alarm' : 'warn', count: waiting, name: '', seconds };
}

function functionPressures(view: TelemetryView): readonly Pressure[] {
  const parts = view.metrics.find(({ id }) => id === 'functions.failureRate')?.parts ?? [];
  return parts
    .flatMap(({ labels, value }): readonly Pressure[] => {
      const name = labels['function'];
      if (name === undefined || value === undefined || value < FAILING_PERCENT) return [];
      const severity = value >= 2 * FAILING_PERCENT ? 'alarm' : 'warn';
      return [{ kind: 'functionFails', severity, count: 1, name, amount: value, drill: live({ function: name }) }];
    })
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
    .slice(0, 2);
}

function peoplePressure(view: TelemetryView): Pressure | undefined {
  const waiting = amountOf(view, 'queue.waiting') ?? 0;
  const free = amountOf(view, 'agents.signedIn', { availability: 'available' });
  if (waiting < SOME_WAITING || (free !== undefined && free >= waiting)) return undefined;
  const seconds = amountOf(view, 'queue.longestWait');
  const severity = free === 0 ? 'alarm' : 'warn';
  return {
    kind: 'peopleShort',
    severity,
    count: waiting,
    name: '',
    seconds,
    amount: free,
    drill: live({ status: 'queued' }),
  };
}

function outagePressure({ kind, status, name, since }: HealthComponent): Pressure | undefined {
  if (kind !== 'dependency' || status !== 'down') return undefined;
  return { kind: 'integrationDown', severity: 'alarm', count: 1, name, ...(since !== undefined && { since }) };
}

function indexingPressure(view: TelemetryView): Pressure | undefined {
  const queue = amountOf(view, 'indexing.queue') ?? 0;
  if (queue < LONG_INDEXING) return undefined;
  const pace = findMetric(view, 'indexing.pace')?.value;
  const amount = pace !== undefined && pace > 0 ? queue / pace : undefined;
  return { kind: 'indexingBehind', severity: 'warn', count: queue, name: '', amount };
}

const live = (filters: Extract<DrillTarget, { kind: 'live' }>['filters']): DrillTarget => ({ kind: 'live', filters });

/** What queues, what slows, what fails: the worst first. Empty when nothing does. */
export function pressuresOf(view: TelemetryView): readonly Pressure[] {
  const found = [
    ...view.components.map(outagePressure),
    voicePressure(view),
    modelPressure(view),
    ...functionPressures(view),
    peoplePressure(view),
    indexingPressure(view),
  ].filter((pressure) => pressure !== undefined);
  return found.sort((a, b) => Number(b.severity === 'alarm') - Number(a.severity === 'alarm'));
}
