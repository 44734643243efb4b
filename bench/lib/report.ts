import { asJson } from './options.ts';

/** One measured figure. What it is compared with was measured in the same run and is in the same unit. */
export interface Figure {
  readonly suite: string;
  /** With the suite in front, as in `live.paint.p95`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Least and greatest of the runs whose median `value` is. */
  readonly spread?: readonly [least: number, greatest: number];
  /** What cannot be beaten. */
  readonly limit?: number;
  /** How others do it, by name; the first is the one that `ratio` is made with where there is no limit. */
  readonly peers?: Readonly<Record<string, number>>;
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

/** Prints a figure: a line of JSON with `--json` (with `ratio` and `met` added), else a line for people. */
export function report(figure: Figure): void {
  const { name, value, unit, limit, peers = {}, target } = figure;
  const against = limit ?? Object.values(peers)[0];
  const ratio = against === undefined || against === 0 ? undefined : value / against;
  const met = target === undefined ? undefined : isMet(value, target);
  if (asJson) {
    console.log(JSON.stringify({ ...figure, ratio, met }));
    return;
  }
  const parts = [`${name.padEnd(32)} ${`${round(value)} ${unit}`.padEnd(24)}`];
  if (figure.spread !== undefined) parts.push(`(${figure.spread.map(round).join(' to ')})`);
  if (limit !== undefined) parts.push(`limit ${round(limit)}`);
  for (const [peer, figures] of Object.entries(peers)) parts.push(`${peer} ${round(figures)}`);
  if (ratio !== undefined) parts.push(`ratio ${round(ratio)}`);
  if (target !== undefined) parts.push(`target ${words(target)}: ${met === true ? 'met' : 'MISSED'}`);
  console.log(parts.join('  '));
}

/** Prints the median of several runs of one figure, with their spread. */
export function reportRuns(figure: Omit<Figure, 'value' | 'spread'>, values: readonly number[]): void {
  report({ ...figure, value: median(values), spread: [Math.min(...values), Math.max(...values)] });
}

/** The middle of several runs; the mean of the two middle ones for an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Nearest-rank percentile; `share` between 0 and 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const isMet = (value: number, target: NonNullable<Figure['target']>): boolean =>
  'atMost' in target ? value <= target.atMost : value >= target.atLeast;
const words = (target: NonNullable<Figure['target']>): string =>
  'atMost' in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`;
const round = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
