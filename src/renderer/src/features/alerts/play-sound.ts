import type { Severity } from '../../../../shared/models/alert.ts';

/** Notes of each severity, in hertz; the worse, the more and the higher. */
const NOTES: Readonly<Record<Severity, readonly number[]>> = {
  info: [523],
  warning: [587, 784],
  critical: [880, 698, 880, 698],
};
const NOTE_S = 0.16;

let context: AudioContext | undefined;

/** Plays a severity's short tune, made of tones: no file is needed. Without sound hardware nothing happens. */
export function playSound(severity: Severity, volume: number): void {
  if (typeof AudioContext === 'undefined' || volume <= 0) return;
  try {
    context ??= new AudioContext();
    const { currentTime } = context;
    const loudness = context.createGain();
    loudness.connect(context.destination);
    NOTES[severity].forEach((pitch, at) => {
      if (context === undefined) return;
      const tone = context.createOscillator();
      const begin = currentTime + at * NOTE_S;
      tone.frequency.value = pitch;
      tone.type = 'triangle';
      tone.connect(loudness);
      // A soft edge on each side: a tone that starts at once clicks.
      loudness.gain.setValueAtTime(0, begin);
      loudness.gain.linearRampToValueAtTime(Math.min(1, volume), begin + 0.02);
      loudness.gain.linearRampToValueAtTime(0, begin + NOTE_S - 0.01);
      tone.start(begin);
      tone.stop(begin + NOTE_S);
    });
  } catch {
    context = undefined;
  }
}
