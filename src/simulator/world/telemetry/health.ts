import type { IncidentBook } from './incident-book.ts';
import { integrations } from './integrations.ts';
import { keyOf, labelsOf } from './keys.ts';
import type { Surroundings } from './summary.ts';
import type { ComponentStatus, HealthComponent } from './telemetry-port.ts';

/** What health is judged by. */
export interface HealthFacts extends Surroundings {
  readonly voiceInUse: number;
  /** Counts of the last five minutes. */
  readonly failures: ReadonlyMap<string, number>;
  readonly book: IncidentBook;
  /** Functions that the tenant's flows call. */
  readonly functions: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
}

interface Judgement {
  readonly id: string;
  readonly name: string;
  readonly kind: HealthComponent['kind'];
  readonly status: ComponentStatus;
  readonly message: string;
}

/** Documents in the queue from which on indexing counts as behind. */
const longQueue = 60;
/** A function fails when it did so in half of at least so many calls. */
const fewestCalls = 4;

const component = (id: string, name: string, status: ComponentStatus, message: string): Judgement => {
  return { id, name, kind: 'component', status, message };
};

function failingFunctions(failures: HealthFacts['failures']): readonly string[] {
  const found: string[] = [];
  for (const [key, calls] of failures) {
    if (!key.startsWith('functions.calls{') || calls < fewestCalls) continue;
    const { function: name = '' } = labelsOf(key);
    const failed = failures.get(keyOf('functions.failed', [['function', name]])) ?? 0;
    if (failed * 2 >= calls) found.push(`${name} failed ${failed} of ${calls} times`);
  }
  return found;
}

function judge(facts: HealthFacts): readonly Judgement[] {
  const { voiceInUse, voiceCap, voiceQueued, poolInUse, poolSize, poolWaiting, indexingQueue, streamClients } = facts;
  const failing = failingFunctions(facts.failures);
  const parts = [
    component('api', 'API', 'operational', 'Every operation answers'),
    voiceQueued > 0
      ? component('voice', 'Voice (Twilio)', 'degraded', `At concurrency cap, ${voiceQueued} calls queued`)
      : component('voice', 'Voice (Twilio)', 'operational', `${voiceInUse} of ${voiceCap} channels in use`),
    poolWaiting > 0
      ? component('model-pool', 'Model pool', 'degraded', `Full, ${poolWaiting} conversations wait`)
      : component('model-pool', 'Model pool', 'operational', `${poolInUse} of ${poolSize} places in use`),
    failing.length > 0
      ? component('functions', 'Functions', 'degraded', failing.join('; '))
      : component('functions', 'Functions', 'operational', 'No function fails more than now and then'),
    component(
      'indexing',
      'Indexing',
      indexingQueue > longQueue ? 'degraded' : 'operational',
      `${indexingQueue} documents in queue`,
    ),
    component(
      'stream',
      'Live stream',
      'operational',
      `${streamClients ?? 0} ${streamClients === 1 ? 'client' : 'clients'} connected`,
    ),
  ];
  const outside = integrations
    .filter(
      ({ functions, channels, id }) =>
        id === 'documents' ||
        functions.some((name) => facts.functions.has(name)) ||
        channels.some((channel) => facts.channels.has(channel)),
    )
    .map(({ id, name }): Judgement => {
      const down = facts.book.isDown(id);
      const message = down ? 'Does not answer' : 'Answers';
      return { id, name, kind: 'dependency', status: down ? 'down' : 'operational', message };
    });
  return [...parts, ...outside];
}

/** Keeps since when each part has been as it is. */
export interface HealthWatch {
  look(facts: HealthFacts, now: number): void;
  list(): readonly HealthComponent[];
}

/** @param began when the tenant's world began: what is well has been so since then at least */
export function createHealthWatch(began: number): HealthWatch {
  const parts = new Map<string, HealthComponent>();
  return {
    look(facts, now) {
      for (const { message, ...part } of judge(facts)) {
        const known = parts.get(part.id);
        const since = known === undefined ? began : known.status === part.status ? known.since : now;
        parts.set(part.id, { ...part, since, message });
      }
    },
    list: () => [...parts.values()],
  };
}
