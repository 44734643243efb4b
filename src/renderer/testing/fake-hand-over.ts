import type { BridgeApi } from '../../shared/ipc/contract.ts';
import type { HandOver, KeptHandOver } from '../../shared/models/hand-over.ts';
import { failed, ok } from './fake-envelopes.ts';

const HOUR = 3_600_000;

/** A hand-over with one line of each kind; incidents could not be read. */
export function fakeHandOver(now: number, id = 'draft-1'): HandOver {
  const part = <T>(...items: T[]) => ({ items, more: 0, unread: false });
  return {
    id,
    tenant: 'northwind',
    at: now,
    alerts: part({
      rule: 'Model pool in use',
      severity: 'critical' as const,
      at: now - HOUR,
      acknowledged: true,
      metric: 'model.saturation',
    }),
    watched: part(
      { id: 'c-1', contact: '+1 416 555 0142', platform: 'sms', status: 'human-handoff', handler: 'Kim Roy' },
      { id: 'c-2' },
    ),
    campaigns: part({ id: 'k-1', name: 'Autumn renewals', updatedAt: now - 2 * HOUR }),
    holds: part({ id: 'h-1', action: 'transfer', phase: 'not-sent' as const, dueAt: now, total: 3 }),
    incidents: { items: [], more: 0, unread: true },
  };
}

/** How the pretended main gathers and keeps hand-overs. */
export function handOverAnswers(
  did: (name: string, input?: unknown) => void,
  now: () => number,
): BridgeApi['handOver'] {
  let serial = 0;
  let signed: readonly KeptHandOver[] = [];
  return {
    draft: async () => {
      serial += 1;
      return ok(fakeHandOver(now(), `draft-${serial}`));
    },
    sign: async (input) => {
      did('handOver.sign', input);
      if (input.draft !== `draft-${serial}`) return failed('stale');
      const { signedBy, note } = input;
      const draft = fakeHandOver(now(), input.draft);
      const one = { ...draft, signedAt: now(), signedBy, note, account: 'Avery', digest: 'd', unchanged: true };
      signed = [one, ...signed];
      return ok(one);
    },
    signed: async () => ok(signed),
  };
}
