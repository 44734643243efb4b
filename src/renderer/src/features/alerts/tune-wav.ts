import type { Tune } from '../../../../shared/models/alert.ts';

/** Notes of each tune, in hertz, and how long each lasts, in seconds: made of tones, so that no file is needed. */
const TUNES: Readonly<Record<Tune, { readonly notes: readonly number[]; readonly each: number }>> = {
  drop: { notes: [523], each: 0.16 },
  bell: { notes: [1047, 1047], each: 0.22 },
  chime: { notes: [587, 784], each: 0.16 },
  knock: { notes: [196, 196, 196], each: 0.09 },
  alarm: { notes: [880, 698, 880, 698], each: 0.16 },
  siren: { notes: [622, 740, 880, 740, 622, 740, 880], each: 0.14 },
};

/** Samples a second; the highest note and the overtones that can be heard of it fit. */
const RATE = 22_050;
const HEADER_BYTES = 44;
/** Seconds in which a tone comes and goes: one that starts at once clicks. */
const EDGE = 0.02;

/** A tune as a WAV file (RIFF, PCM, one channel, 16 bits a sample). */
export function tuneWav(tune: Tune): Uint8Array<ArrayBuffer> {
  const { notes, each } = TUNES[tune];
  const perNote = Math.round(each * RATE);
  const size = notes.length * perNote * 2;
  const bytes = new Uint8Array(HEADER_BYTES + size);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('RIFF\0\0\0\0WAVEfmt '));
  view.setUint32(4, HEADER_BYTES - 8 + size, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  bytes.set(new TextEncoder().encode('data'), 36);
  view.setUint32(40, size, true);
  notes.forEach((pitch, note) => {
    for (let sample = 0; sample < perNote; sample += 1) {
      const time = sample / RATE;
      const loudness = Math.min(1, time / EDGE, (perNote - 1 - sample) / RATE / EDGE);
      const value = triangle(pitch * time) * loudness * 0x7fff;
      view.setInt16(HEADER_BYTES + (note * perNote + sample) * 2, Math.round(value), true);
    }
  });
  return bytes;
}

/** A triangle wave of one swing a unit, from -1 to 1, beginning at 0. */
function triangle(phase: number): number {
  const place = (phase + 0.25) % 1;
  return place < 0.5 ? place * 4 - 1 : 3 - place * 4;
}
