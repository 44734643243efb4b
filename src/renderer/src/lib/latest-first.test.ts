import { expect, test } from 'vitest';
import { createLatestFirst, PassedOver } from './latest-first.ts';

/** Work by name that ends when it is told to. */
function held() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((done) => ends.set(name, () => done(name)));
  };
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}

test('what came in last goes first, one after the other, and what waited longest is passed over where much waits', async () => {
  const { begun, work, end } = held();
  const run = createLatestFirst();
  const names = Array.from({ length: 10 }, (_, nth) => `w${nth}`);
  const results = names.map((name) => run(work(name)));
  const outcome = Promise.allSettled(results);
  expect(begun).toEqual(['w0']);
  end('w0');
  await results[0];
  await expect(results[1]).rejects.toBeInstanceOf(PassedOver);
  await expect.poll(() => begun).toEqual(['w0', 'w9']);
  for (const name of ['w9', 'w8', 'w7', 'w6', 'w5', 'w4']) {
    await expect.poll(() => begun).toContain(name);
    end(name);
  }
  const settled = await outcome;
  expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(names.map((_, nth) => nth === 0 || nth > 3));
});

test('work that fails gives its place to the next', async () => {
  const run = createLatestFirst();
  const failing = () => Promise.reject(new Error('no'));
  const all = [run(failing), run(failing), run(async () => 'done')];
  await expect(all[2]).resolves.toBe('done');
  await expect(all[0]).rejects.toThrow('no');
  await expect(all[1]).rejects.toThrow('no');
});
