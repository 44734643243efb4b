import type { Message } from '../../../../../../shared/models/transcript.ts';

export interface MoodPoint {
  /** Epoch ms on the instance's clock, or how many turns before the last one (0, -1, …). */
  readonly x: number;
  /** -1..1; null where the instance did not tell it: the line has a gap there. */
  readonly mood: number | null;
  /** The message it was told of. */
  readonly message?: { readonly id: string; readonly text: string };
}

export interface MoodSeries {
  /** `time`: told message by message; `turns`: only the last turns are known, without their times. */
  readonly over: 'time' | 'turns';
  readonly points: readonly MoodPoint[];
}

/** Fewer are no course of anything. */
const LEAST = 2;

/**
 * How the sentiment went: by the customer's messages where the instance tells it of them, else by the trend of the
 * last turns. Undefined while there is too little of either.
 */
export function moodSeriesOf(messages: readonly Message[], trend: readonly number[]): MoodSeries | undefined {
  const points = messages.flatMap(({ id, role, text, at, sentiment }): readonly MoodPoint[] => {
    if (at === undefined || (role !== 'customer' && sentiment === undefined)) return [];
    return [{ x: at, mood: sentiment ?? null, message: { id, text } }];
  });
  if (points.filter(({ mood }) => mood !== null).length >= LEAST) return { over: 'time', points };
  if (trend.length < LEAST) return undefined;
  return { over: 'turns', points: trend.map((mood, at) => ({ x: at - trend.length + 1, mood })) };
}
