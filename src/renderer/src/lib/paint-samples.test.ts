import { expect, it } from 'vitest';
import { heldFrames } from './held-frames.ts';
import { createPaintSampler } from './paint-samples.ts';

it('measures to the frame that draws, ten times a second at most, reports once a second and leaves out what a hidden window did', () => {
  const frames = heldFrames();
  const reported: (readonly number[])[] = [];
  let now = 10_000;
  let visible = true;
  const sampler = createPaintSampler({
    report: (samples) => reported.push(samples),
    now: () => now,
    visible: () => visible,
    frames: frames.next,
  });

  sampler.note(9990);
  sampler.note(9995);
  sampler.note(undefined);
  now = 10_012;
  frames.run();
  expect(reported).toEqual([]);

  // Too soon after the last.
  sampler.note(10_015);
  now = 10_050;
  frames.run();

  visible = false;
  now = 10_200;
  sampler.note(10_190);
  now = 10_900;
  frames.run();
  visible = true;
  now = 11_002;
  sampler.note(11_000);
  now = 11_016;
  frames.run();
  expect(reported).toEqual([[22, 17, 16]]);
});

it('goes on when the clock is set back', () => {
  const frames = heldFrames();
  const reported: (readonly number[])[] = [];
  let now = 3_600_000;
  const sampler = createPaintSampler({
    report: (samples) => reported.push(samples),
    now: () => now,
    visible: () => true,
    frames: frames.next,
  });
  sampler.note(3_599_990);
  frames.run();
  now = 10_000;
  sampler.note(9_992);
  frames.run();
  expect(reported).toEqual([[10, 8]]);
});
