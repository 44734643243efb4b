import { expect, it } from 'vitest';
import { heldFrames } from './held-frames.ts';
import { createPaintSampler } from './paint-samples.ts';

function setUp(now: number) {
  const frames = heldFrames();
  const reported: (readonly number[])[] = [];
  const machine = { now, visible: true };
  const sampler = createPaintSampler({
    report: (samples) => reported.push(samples),
    now: () => machine.now,
    visible: () => machine.visible,
    frames: frames.next,
  });
  return { frames, reported, machine, sampler };
}

it('measures to the frame that draws, ten times a second at most, reports once a second and leaves out what a hidden window did', () => {
  const { frames, reported, machine, sampler } = setUp(10_000);

  sampler.note(9990);
  sampler.note(9995);
  sampler.note(undefined);
  machine.now = 10_012;
  frames.run();
  expect(reported).toEqual([]);

  // Too soon after the last.
  sampler.note(10_015);
  machine.now = 10_050;
  frames.run();

  machine.visible = false;
  machine.now = 10_200;
  sampler.note(10_190);
  machine.now = 10_900;
  frames.run();
  machine.visible = true;
  machine.now = 11_002;
  sampler.note(11_000);
  machine.now = 11_016;
  frames.run();
  expect(reported).toEqual([[22, 17, 16]]);
});

it('goes on when the clock is set back', () => {
  const { frames, reported, machine, sampler } = setUp(3_600_000);
  sampler.note(3_599_990);
  frames.run();
  machine.now = 10_000;
  sampler.note(9_992);
  frames.run();
  expect(reported).toEqual([[10, 8]]);
});
