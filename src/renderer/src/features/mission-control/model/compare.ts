import { COMPARISON_MS, type Comparison } from '../../../../../shared/models/board.ts';
import type { Quantity } from '../../../../../shared/models/metric.ts';
import { type Line, meanOf } from '../../../charts/line.ts';

/** How a value stands against another time. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** In percent, or in points for shares. */
  readonly amount: number;
  readonly points: boolean;
}

/** Around the same moment of the other time, so that one odd minute does not decide. */
const AROUND_MS = 2.5 * 60_000;
/** In a line of quarters of an hour the nearest one may be so far away. */
const FAR_AROUND_MS = 15 * 60_000;

export function shiftOf(compare: Comparison): number {
  return compare === 'none' ? 0 : COMPARISON_MS[compare];
}

/**
 * Compares a value with a line of another time that was moved to lie under this one.
 * @returns undefined where nothing of that time is known, or a share of nothing would be told
 */
export function changeOf(
  value: number | undefined,
  before: Line | undefined,
  now: number,
  quantity: Quantity,
): Change | undefined {
  if (value === undefined || before === undefined) return undefined;
  const around = (ms: number) => meanOf(before, { from: now - ms, to: now + ms });
  const then = around(AROUND_MS) ?? around(FAR_AROUND_MS);
  if (then === undefined) return undefined;
  const points = quantity === 'percent';
  if (!points && then === 0) return value === 0 ? { direction: 'same', amount: 0, points } : undefined;
  const amount = points ? value - then : ((value - then) / Math.abs(then)) * 100;
  const rounded = points ? Math.round(amount * 10) / 10 : Math.round(amount);
  return { direction: rounded === 0 ? 'same' : rounded > 0 ? 'up' : 'down', amount: Math.abs(rounded), points };
}
