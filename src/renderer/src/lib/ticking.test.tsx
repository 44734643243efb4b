import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createTicker } from './clock.ts';
import { Ticking } from './ticking.tsx';

afterEach(cleanup);

function heldClock() {
  let now = 0;
  let running: (() => void) | undefined;
  const ticker = createTicker(
    1000,
    () => now,
    (task) => {
      running = task;
      return () => {
        running = undefined;
      };
    },
  );
  return {
    ticker,
    running: () => running !== undefined,
    tick: (at: number) => {
      now = at;
      running?.();
    },
  };
}

it('follows the clock without a render, by one timer that ends with the last text', () => {
  const clock = heldClock();
  let asked = 0;
  const at = (now: number) => {
    asked += 1;
    return `${now / 1000} s`;
  };
  const late = (now: number) => now >= 2000;
  const page = render(
    <>
      <Ticking at={at} late={late} ticker={clock.ticker} className="one" />
      <Ticking at={at} ticker={clock.ticker} className="two" />
    </>,
  );
  const one = page.container.querySelector('.one');
  expect(one?.textContent).toBe('0 s');
  expect(one?.hasAttribute('data-late')).toBe(false);
  const before = asked;
  clock.tick(2000);
  expect(asked - before).toBe(2);
  expect(one?.textContent).toBe('2 s');
  expect(one?.hasAttribute('data-late')).toBe(true);
  expect(page.container.querySelector('.two')?.textContent).toBe('2 s');
  page.unmount();
  expect(clock.running()).toBe(false);
});
