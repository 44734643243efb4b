import { describe, expect, it } from 'vitest';
import { createFrameGate } from './frame-gate.ts';
import { heldFrames } from './held-frames.ts';

describe('frame gate', () => {
  it('lets the first through at once and holds the rest of the frame for the next', () => {
    const frames = heldFrames();
    let published = 0;
    const gate = createFrameGate(() => {
      published += 1;
    }, frames.next);

    gate.request();
    expect(published).toBe(1);
    gate.request();
    gate.request();
    expect(published).toBe(1);
    frames.run();
    expect(published).toBe(2);
    frames.run();
    expect(published).toBe(2);
    gate.request();
    expect(published).toBe(3);
  });

  it('publishes nothing once closed', () => {
    const frames = heldFrames();
    let published = 0;
    const gate = createFrameGate(() => {
      published += 1;
    }, frames.next);
    gate.request();
    gate.request();
    gate.close();
    frames.run();
    expect(published).toBe(1);
  });
});
