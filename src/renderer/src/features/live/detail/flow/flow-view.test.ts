import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Box, FlowLayout } from './flow-layout.ts';
import { followingView, wholeView, zoomed } from './flow-view.ts';

const layoutOf = (width: number, height: number): FlowLayout => ({ width, height, boxes: new Map(), lines: new Map() });
const box = (x: number, y: number): Box => ({ name: 's', x, y, width: 100, height: 28 });

it('shows a small graph whole, in the middle and never enlarged', () => {
  expect(followingView(layoutOf(200, 100), { width: 400, height: 200 }, box(0, 0))).toEqual({ x: 100, y: 50, zoom: 1 });
});

it('shows what is around the current state where the whole could not be read', () => {
  const view = followingView(layoutOf(2000, 100), { width: 400, height: 200 }, box(950, 36));
  expect(view).toEqual({ x: 400 / 2 - 1000 * 0.9, y: 55, zoom: 0.9 });
  expect(followingView(layoutOf(2000, 100), { width: 400, height: 200 }, undefined).zoom).toBeLessThan(0.3);
});

it('always has the current state inside of the frame, and never empty room beside a graph that is larger', () => {
  const length = fc.integer({ min: 120, max: 4000 });
  fc.assert(
    fc.property(
      length,
      length,
      fc.integer({ min: 120, max: 1200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (width, height, frame, at) => {
        const layout = layoutOf(width, height);
        const current = box(at * (width - 100), at * (height - 28));
        const { x, y, zoom } = followingView(layout, { width: frame, height: frame }, current);
        expect(current.x * zoom + x).toBeGreaterThanOrEqual(-0.01);
        expect((current.x + 100) * zoom + x).toBeLessThanOrEqual(frame + 0.01);
        expect(current.y * zoom + y).toBeGreaterThanOrEqual(-0.01);
        expect((current.y + 28) * zoom + y).toBeLessThanOrEqual(frame + 0.01);
        if (width * zoom > frame) expect(x).toBeLessThanOrEqual(6.01);
      },
    ),
  );
});

it('never zooms out of sight', () => {
  expect(wholeView(layoutOf(100_000, 50), { width: 400, height: 200 }).zoom).toBe(0.2);
});

it('zooms around the middle, back and forth to where it was', () => {
  const frame = { width: 400, height: 200 };
  const before = { x: 12, y: -30, zoom: 0.8 };
  const back = zoomed(zoomed(before, frame, 1.25), frame, 1 / 1.25);
  expect(back.x).toBeCloseTo(12);
  expect(back.y).toBeCloseTo(-30);
  expect(zoomed(before, frame, 100).zoom).toBe(2);
});
