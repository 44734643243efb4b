import { DueHeap } from '../due-heap.ts';
import type { Rng } from '../random.ts';
import type { LifeLine } from './life-line.ts';
import { type PastIncident, spoilt } from './past-incident.ts';
import { type Facts, Tally } from './tally.ts';
import { type ToldConversation, tellBegin, tellEnd, tellTurn } from './told-conversation.ts';

export interface PastScript {
  /** What conversations of this tenant are like. */
  readonly lines: readonly LifeLine[];
  /** Conversations in progress now, by id of their point of contact. */
  readonly population: ReadonlyMap<string, number>;
  /** Traffic at other times compared with now. */
  readonly curve: (at: number) => number;
  readonly rng: Rng;
  readonly incident: PastIncident | undefined;
  /** World time, multiples of `stepMs`. */
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
  /** Conversations told at a time, at most about; where there were more, each stands for several. */
  readonly seats: number;
}

/** One step of the past: the state at its end, and what happened within it. */
export interface PastStep {
  readonly tally: Tally;
  readonly facts: Facts;
  /** Ms of composing within the step, over all conversations. */
  readonly composedMs: number;
  readonly end: number;
}

/** One after the other, conversations of one point of contact: where one has ended the next begins, as in the present. */
interface Seat {
  readonly lines: readonly LifeLine[];
  /** How many conversations it stands for now. */
  readonly weight: number;
  told: ToldConversation | undefined;
}

/** Ms from an end to the next begin, as the engine has it. */
const pause = [200, 3_000] as const;

function seatsOf({ lines, population, seats }: PastScript): readonly Seat[] {
  const byPoint = Map.groupBy(lines, ({ pointId }) => pointId);
  const whole = [...population.values()].reduce((sum, count) => sum + count, 0);
  const scale = Math.min(1, seats / whole);
  return [...population].flatMap(([pointId, count]) => {
    const own = byPoint.get(pointId) ?? lines;
    const places = Math.max(1, Math.round(count * scale));
    return Array.from({ length: places }, (): Seat => ({ lines: own, weight: count / places, told: undefined }));
  });
}

/**
 * Tells the past by letting conversations like the tenant's own follow each other, step by step, as many at a time as
 * there are now, more or fewer by the hour of the day.
 */
export function replayPast(script: PastScript, onStep: (step: PastStep) => void): void {
  const { curve, rng, incident, from, to, stepMs } = script;
  const heap = new DueHeap<Seat>();
  const tally = new Tally();
  let composedMs = 0;

  function seat(one: Seat, at: number): void {
    const picked = rng.pick(one.lines);
    const line = incident === undefined ? picked : spoilt(picked, at, incident, rng);
    one.told = tellBegin(tally, line, at, one.weight * curve(at));
    heap.push(at + (line.turns[0]?.at ?? line.lastsMs), one);
  }

  function move(one: Seat, at: number): void {
    const { told } = one;
    if (told === undefined) {
      seat(one, at);
      return;
    }
    const turn = told.line.turns[told.next];
    if (turn !== undefined) {
      composedMs += tellTurn(tally, told, turn);
      heap.push(told.at + (told.line.turns[told.next]?.at ?? told.line.lastsMs), one);
      return;
    }
    tellEnd(tally, told);
    one.told = undefined;
    heap.push(at + rng.between(...pause), one);
  }

  // Everyone sits down at some moment of the half hour before, so that the first step finds them in the middle.
  for (const one of seatsOf(script)) heap.push(from - rng.between(0, 30 * 60_000), one);
  for (let end = from + stepMs; end <= to; end += stepMs) {
    while (heap.nextDue < end) {
      const at = heap.nextDue;
      const one = heap.pop();
      if (one === undefined) break;
      if (at < from) tally.cut();
      move(one, at);
    }
    onStep({ tally, facts: tally.cut(), composedMs, end });
    composedMs = 0;
  }
}
