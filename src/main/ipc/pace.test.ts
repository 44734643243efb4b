import { expect, it } from 'vitest';
import { CATCHING_UP_MS, createPace, FRAME_MS } from './pace.ts';

function machine() {
  let now = 1_000;
  let cpu = 50;
  const pace = createPace(
    () => cpu,
    () => now,
  );
  return (ms: number, share: number) => {
    now += ms;
    cpu += ms * share;
    return pace();
  };
}

it('is a frame while main has time, longer while it has none, and a frame again when it has caught up', () => {
  const after = machine();
  expect(after(250, 0.3)).toBe(FRAME_MS);
  expect(after(250, 1)).toBe(CATCHING_UP_MS);
  expect(after(250, 1.4)).toBe(CATCHING_UP_MS);
  expect(after(250, 0.5)).toBe(FRAME_MS);
});

it('does not judge by a moment: one long task changes nothing', () => {
  const after = machine();
  expect(after(100, 1)).toBe(FRAME_MS);
  expect(after(150, 0.1)).toBe(FRAME_MS);
});

it('judges a long calm by what was done in it', () => {
  const after = machine();
  expect(after(60_000, 0.001)).toBe(FRAME_MS);
});
