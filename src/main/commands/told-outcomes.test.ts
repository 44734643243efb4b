import { expect, it } from 'vitest';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { ToldOutcomes } from './told-outcomes.ts';

const outcome = (id: string) => ({ tenant: 'north', id, action: 'takeOver', result: { outcome: 'done' } }) as const;

it('tells every window once, also the one that opens a moment later, and nobody much later', () => {
  const clock = new ManualClock();
  const told = new ToldOutcomes(clock);
  let changes = 0;
  const first = told.open(() => {
    changes += 1;
  });
  expect(first.take()).toBeUndefined();
  told.tell(outcome('c-1'));
  expect(changes).toBe(1);
  expect(first.take()).toEqual([{ ...outcome('c-1'), serial: 1 }]);
  expect(first.take()).toBeUndefined();

  clock.advance(30_000);
  told.tell(outcome('c-2'));
  const second = told.open(() => undefined);
  expect(second.take()?.map(({ id }) => id)).toEqual(['c-1', 'c-2']);
  clock.advance(45_000);
  expect(
    told
      .open(() => undefined)
      .take()
      ?.map(({ id }) => id),
  ).toEqual(['c-2']);
  told.clear();
  expect(told.open(() => undefined).take()).toBeUndefined();
});
