/** One measured figure. `ratio` is value divided by what it is compared with in the same run. */
export interface Figure {
  readonly suite: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with: a limit or a peer, with its own figure in the same unit. */
  readonly against?: string;
  readonly ratio?: number;
}

const asJson = process.argv.includes('--json');

/** Prints a figure: a line of JSON with `--json`, else a line for people. */
export function report(figure: Figure): void {
  if (asJson) {
    console.log(JSON.stringify(figure));
    return;
  }
  const against = figure.against === undefined ? '' : `   against ${figure.against}`;
  const ratio = figure.ratio === undefined ? '' : `   ratio ${round(figure.ratio)}`;
  console.log(`${`${figure.suite} ${figure.name}`.padEnd(36)} ${round(figure.value)} ${figure.unit}${against}${ratio}`);
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

const round = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
