import type { Tune } from '../../../../shared/models/alert.ts';
import { tuneWav } from './tune-wav.ts';

const addresses = new Map<Tune, string>();

/**
 * Plays a tune, @param volume from 0 to 1. Without sound hardware nothing happens. By an audio element rather than an
 * `AudioContext`: opening the first of those held the window up for 130 ms, often just as it came up.
 */
export function playSound(tune: Tune, volume: number): void {
  if (volume <= 0) return;
  const sound = new Audio(addressOf(tune));
  sound.volume = Math.min(1, volume);
  void played(sound);
}

async function played(sound: HTMLAudioElement): Promise<void> {
  try {
    await sound.play();
  } catch {
    // There is nothing to hear it with.
  }
}

function addressOf(tune: Tune): string {
  const known = addresses.get(tune);
  if (known !== undefined) return known;
  const made = URL.createObjectURL(new Blob([tuneWav(tune)], { type: 'audio/wav' }));
  addresses.set(tune, made);
  return made;
}
