/** `--json`: one figure a line, as JSON. */
export const asJson = process.argv.includes('--json');

/** `--quick`: one run of each and smaller numbers, to see that the suite works; its figures prove little. */
export const quick = process.argv.includes('--quick');

/** How often each figure is measured: five times, once with `--quick`. */
export const RUNS = quick ? 1 : 5;

/** The value of `--name=value`; undefined when it was not given. */
export function option(name: string): string | undefined {
  return process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}
