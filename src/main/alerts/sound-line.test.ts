import { expect, it } from 'vitest';
import { SoundLine } from './sound-line.ts';

const sound = { severity: 'critical', volume: 0.8, tune: 'alarm' } as const;

it('gives each sound to one window, and to another when that one is gone', () => {
  const line = new SoundLine();
  line.play(sound);
  const main = line.open(() => undefined);
  const torn = line.open(() => undefined);
  expect([main.take(), torn.take()]).toEqual([undefined, undefined]);
  line.play(sound);
  expect([main.take(), torn.take()]).toEqual([{ ...sound, serial: 1 }, undefined]);
  expect(main.take()).toBeUndefined();
  main.close();
  line.play(sound);
  expect(torn.take()).toEqual({ ...sound, serial: 2 });
});
