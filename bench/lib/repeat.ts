import { RUNS } from './options.ts';

/** Runs one after the other, as often as figures are measured; what each gave, in order. */
export async function repeat<T>(run: () => T | Promise<T>, runs = RUNS): Promise<readonly T[]> {
  const results: T[] = [];
  for (let done = 0; done < runs; done += 1) results.push(await run());
  return results;
}

/**
 * Runs several ways of doing a thing in turn (a, b, a, b, …), so that what else the machine does falls on all of them.
 * The first round warms up and does not count.
 */
export async function alternate<N extends string, T>(
  ways: Readonly<Record<N, () => T | Promise<T>>>,
  runs = RUNS,
): Promise<Readonly<Record<N, readonly T[]>>> {
  const names = Object.keys(ways) as N[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<N, T[]>;
  for (let round = 0; round <= runs; round += 1)
    for (const name of names) {
      const result = await ways[name]();
      if (round > 0) results[name].push(result);
    }
  return results;
}
