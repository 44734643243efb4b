import { RUNS } from './options.ts';

/** Runs one after the other, as often as figures are measured; what each gave, in order. */
export async function repeat<T>(run: () => T | Promise<T>, runs = RUNS): Promise<readonly T[]> {
  const results: T[] = [];
  for (let done = 0; done < runs; done += 1) results.push(await run());
  return results;
}
