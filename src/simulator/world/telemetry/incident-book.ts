import { type FunctionName, functionScripts } from '../flows/functions.ts';
import type { ModelPool } from '../model-pool.ts';
import type { Conditions } from '../steps/conditions.ts';
import type { VoiceLines } from '../tenant/voice-lines.ts';
import type { Result } from '../world-port.ts';
import { type Integration, integrations } from './integrations.ts';
import type { Incident, IncidentScript } from './telemetry-port.ts';

interface Open {
  readonly incident: Incident;
  readonly endsAt: number | undefined;
  /** What is left, for incidents that take places or channels away. */
  readonly left: number;
  readonly functionName: FunctionName | undefined;
  readonly share: number;
  readonly integration: Integration | undefined;
}

/** What goes wrong in a tenant's world, and what that does to it. */
export interface IncidentBook {
  readonly conditions: Conditions;
  isDown(integration: string): boolean;
  /** Binds the book to what incidents take away from; called once the tenant is made. */
  rule(pool: ModelPool, lines: VoiceLines<object>): void;
  start(script: IncidentScript, now: number): Result<Incident>;
  end(incidentId: string, now: number): boolean;
  /** Ends what has run its time. */
  sweep(now: number): void;
  /** Adds one that is over, for the past. */
  tell(incident: Incident): void;
  between(from: number, to: number): readonly Incident[];
}

/** Ended incidents that are remembered. */
const mostEnded = 200;
/** What times out takes that many times as long as usual. */
const timeOutFactor = 4;
/** Share of the calls that fail while what they ask is down. */
const downShare = 0.97;

const refuse = (message: string) => ({ ok: false, code: 'invalid', message }) as const;
const isFunction = (name: string): name is FunctionName => Object.hasOwn(functionScripts, name);

/** Makes the book of one tenant, in which nothing has happened. */
export function createIncidentBook(prefix: string): IncidentBook {
  const open = new Map<string, Open>();
  const ended: Incident[] = [];
  let serial = 0;
  let capacity: { readonly pool: ModelPool; readonly places: number } | undefined;
  let carrier: { readonly lines: VoiceLines<object>; readonly cap: number } | undefined;

  const ofFunction = (name: FunctionName) =>
    [...open.values()].filter(
      (each) => each.functionName === name || (each.integration?.functions.includes(name) ?? false),
    );

  function apply(): void {
    const least = (kind: Incident['kind'], natural: number) =>
      Math.min(natural, ...[...open.values()].filter((each) => each.incident.kind === kind).map(({ left }) => left));
    capacity?.pool.resize(least('model-pool', capacity.places));
    carrier?.lines.resize(least('voice-cap', carrier.cap));
  }

  function read(
    script: IncidentScript,
  ): Result<Omit<Open, 'incident' | 'endsAt'> & { title: string; component: string }> {
    const none = { left: 0, functionName: undefined, share: 0, integration: undefined };
    if (script.kind === 'model-pool') {
      const left = script.places ?? Math.max(1, Math.floor((capacity?.places ?? 10) / 10));
      return { ok: true, value: { ...none, left, title: 'Model pool saturated', component: 'model-pool' } };
    }
    if (script.kind === 'voice-cap') {
      const left = script.cap ?? Math.max(1, Math.floor((carrier?.lines.inUse ?? 2) / 2));
      return { ok: true, value: { ...none, left, title: 'Voice concurrency cap reached', component: 'voice' } };
    }
    if (script.kind === 'function-failing') {
      const name = script.function ?? '';
      if (!isFunction(name)) return refuse(`There is no function ${name}`);
      const share = script.share ?? 0.9;
      return {
        ok: true,
        value: { ...none, functionName: name, share, title: `${name} fails`, component: 'functions' },
      };
    }
    const integration = integrations.find(({ id }) => id === script.integration);
    if (integration === undefined) return refuse(`There is no integration ${script.integration ?? ''}`);
    const title = `${integration.name} is down`;
    return { ok: true, value: { ...none, share: downShare, integration, title, component: integration.id } };
  }

  function finish(incidentId: string, now: number): boolean {
    const found = open.get(incidentId);
    if (found === undefined) return false;
    open.delete(incidentId);
    ended.push({ ...found.incident, endedAt: now });
    if (ended.length > mostEnded) ended.shift();
    apply();
    return true;
  }

  return {
    conditions: {
      failing(name) {
        if (open.size === 0) return undefined;
        const shares = ofFunction(name).map(({ share }) => share);
        return shares.length === 0 ? undefined : Math.max(...shares);
      },
      slowness: (name) => (open.size > 0 && ofFunction(name).length > 0 ? timeOutFactor : 1),
      channelDown: (platform) =>
        open.size > 0 && [...open.values()].some(({ integration }) => integration?.channels.includes(platform)),
    },
    isDown: (id) => [...open.values()].some(({ integration }) => integration?.id === id),
    rule(pool, lines) {
      capacity = { pool, places: pool.capacity };
      carrier = { lines, cap: lines.cap };
    },
    start(script, now) {
      const done = read(script);
      if (!done.ok) return done;
      const { title, component, ...effect } = done.value;
      serial += 1;
      const incidentId = `${prefix}-i${serial}`;
      const incident: Incident = { incidentId, kind: script.kind, title, component, startedAt: now, endedAt: null };
      const endsAt = script.forSeconds === undefined ? undefined : now + script.forSeconds * 1_000;
      open.set(incidentId, { ...effect, incident, endsAt });
      apply();
      return { ok: true, value: incident };
    },
    end: finish,
    sweep(now) {
      for (const [id, { endsAt }] of open) if (endsAt !== undefined && endsAt <= now) finish(id, now);
    },
    tell(incident) {
      ended.push(incident);
    },
    between: (from, to) =>
      [...ended, ...[...open.values()].map(({ incident }) => incident)]
        .filter(({ startedAt, endedAt }) => startedAt < to && (endedAt === null || endedAt >= from))
        .sort((a, b) => a.startedAt - b.startedAt),
  };
}
