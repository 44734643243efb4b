import { useEffect } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { playSound } from './play-sound.ts';

/** Plays the sounds of alerts. Mount it once, in the main window: other windows would play them a second time. */
export function AlertSounds(): null {
  useEffect(
    () =>
      bridge().alerts.sounds(undefined, (batch) => {
        if (batch.ok) playSound(batch.value.severity, batch.value.volume);
      }),
    [],
  );
  return null;
}
