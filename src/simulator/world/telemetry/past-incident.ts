import type { Rng } from '../random.ts';
import type { LifeLine, Turn } from './life-line.ts';

/** A function that failed for a while in the past. */
export interface PastIncident {
  readonly functionName: string;
  /** Share of its conversations that it failed in. */
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What a conversation comes to whose function fails again and again: a person is asked for, or it ends as failed.
 *
 * @param at when the conversation begins; one that does not call the function during the incident stays as it is
 */
export function spoilt(line: LifeLine, at: number, incident: PastIncident, rng: Rng): LifeLine {
  if (at + line.lastsMs < incident.from || at >= incident.to) return line;
  const hit = line.turns.findIndex((turn) => {
    const time = at + turn.at;
    return turn.kind === 'called' && turn.name === incident.functionName && time >= incident.from && time < incident.to;
  });
  const turn = line.turns[hit];
  if (turn === undefined || !rng.chance(incident.share)) return line;
  const failed = (after: number): Turn => {
    return { at: turn.at + after, kind: 'called', name: incident.functionName, ms: 8_000, failure: 'time-out' };
  };
  const tries = [failed(0), failed(14_000), failed(29_000)];
  const before = line.turns.slice(0, hit);
  const given = turn.at + 36_000;
  if (rng.chance(0.35)) return { ...line, turns: [...before, ...tries], lastsMs: given, end: 'failed' };
  const helped = given + rng.between(40_000, 240_000);
  const turns: readonly Turn[] = [
    ...before,
    ...tries,
    { at: given, kind: 'status', status: 'queued', waits: true, human: false },
    { at: helped, kind: 'status', status: 'human-handoff', waits: false, human: true },
  ];
  return { ...line, turns, lastsMs: helped + rng.between(60_000, 200_000), end: 'human-handoff' };
}
