import { useEffect } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { playSound } from './play-sound.ts';

/** Plays the sounds of alerts; main gives each to one window. */
export function AlertSounds(): null {
  useEffect(
    () =>
      bridge().alerts.sounds(undefined, (batch) => {
        if (batch.ok) playSound(batch.value.tune, batch.value.volume);
      }),
    [],
  );
  return null;
}
