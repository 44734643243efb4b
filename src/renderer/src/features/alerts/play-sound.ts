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

let context: AudioContext | undefined;

/** Plays a tune, @param volume from 0 to 1. Without sound hardware nothing happens. */
export function playSound(tune: Tune, volume: number): void {
  if (typeof AudioContext === 'undefined' || volume <= 0) return;
  try {
    context ??= new AudioContext();
    const { currentTime } = context;
    const loudness = context.createGain();
    loudness.connect(context.destination);
    const { notes, each } = TUNES[tune];
    notes.forEach((pitch, at) => {
      if (context === undefined) return;
      const tone = context.createOscillator();
      const begin = currentTime + at * each;
      tone.frequency.value = pitch;
      tone.type = 'triangle';
      tone.connect(loudness);
      // A soft edge on each side: a tone that starts at once clicks.
      loudness.gain.setValueAtTime(0, begin);
      loudness.gain.linearRampToValueAtTime(Math.min(1, volume), begin + 0.02);
      loudness.gain.linearRampToValueAtTime(0, begin + each - 0.01);
      tone.start(begin);
      tone.stop(begin + each);
    });
  } catch {
    context = undefined;
  }
}
