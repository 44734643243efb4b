import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { DrivenClock } from '../live/testing/driven-clock.ts';
import { HANG_MS, keepAlive } from './keep-alive.ts';

/** A page that notes what is done to it; a crash by hand makes its process go. */
function watched() {
  const events = new EventEmitter();
  const done: string[] = [];
  const clock = new DrivenClock();
  keepAlive(
    {
      onGone: (listener) => void events.on('gone', listener),
      onHang: (listener) => void events.on('hang', listener),
      onAnswer: (listener) => void events.on('answer', listener),
      onClosed: (listener) => void events.on('closed', listener),
      crash: () => {
        done.push('crash');
        events.emit('gone', 'killed');
      },
      reload: () => done.push('reload'),
    },
    clock,
  );
  return { events, done, clock };
}

describe('a window that is kept alive', () => {
  it('is loaded again at once after a crash, later after the next, and not after a clean end', async () => {
    const { events, done, clock } = watched();
    events.emit('gone', 'crashed');
    await clock.advance(0);
    expect(done).toEqual(['reload']);
    events.emit('gone', 'oom');
    await clock.advance(999);
    expect(done).toEqual(['reload']);
    await clock.advance(1);
    expect(done).toEqual(['reload', 'reload']);
    events.emit('gone', 'clean-exit');
    await clock.advance(60_000);
    expect(done).toEqual(['reload', 'reload']);
  });

  it('is ended and loaded again when it hangs, but not when it answers in time', async () => {
    const { events, done, clock } = watched();
    events.emit('hang');
    await clock.advance(HANG_MS - 1);
    events.emit('answer');
    await clock.advance(HANG_MS);
    expect(done).toEqual([]);
    events.emit('hang');
    await clock.advance(HANG_MS);
    expect(done).toEqual(['crash', 'reload']);
  });

  it('is left alone once it is closed', async () => {
    const { events, done, clock } = watched();
    events.emit('gone', 'crashed');
    events.emit('hang');
    events.emit('closed');
    await clock.advance(10 * HANG_MS);
    expect(done).toEqual([]);
  });
});
