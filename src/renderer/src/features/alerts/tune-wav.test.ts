import { expect, it } from 'vitest';
import { TUNES } from '../../../../shared/models/alert.ts';
import { tuneWav } from './tune-wav.ts';

const text = (bytes: Uint8Array, from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));

it.each(TUNES)(
  'makes %s a WAV file that says how long it is, begins and ends without a click, and can be heard',
  (tune) => {
    const bytes = tuneWav(tune);
    const view = new DataView(bytes.buffer);
    expect([text(bytes, 0, 4), text(bytes, 8, 16), text(bytes, 36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
    expect([view.getUint32(4, true), view.getUint32(40, true)]).toEqual([bytes.length - 8, bytes.length - 44]);
    const samples = Array.from({ length: (bytes.length - 44) / 2 }, (_, at) => view.getInt16(44 + at * 2, true));
    expect([samples[0], samples.at(-1)]).toEqual([0, 0]);
    expect(Math.max(...samples)).toBeGreaterThan(30_000);
    const steps = samples.slice(1).map((sample, at) => Math.abs(sample - (samples[at] ?? 0)));
    // A wave of 1,047 Hz climbs 12,400 of 65,536 in a sample; anything steeper would be a click.
    expect(Math.max(...steps)).toBeLessThan(13_000);
  },
);
