import { useSyncExternalStore } from 'react';
import { type Mask, maskOf } from '../../../shared/models/mask.ts';
import { isRevealed, subscribeReveal } from '../lib/reveal.ts';
import { usePreferences } from './session-context.tsx';

/** How names and numbers are shown now: masked as preferred or decided, open while the operator holds. */
export function useMask(): Mask {
  const revealed = useSyncExternalStore(subscribeReveal, isRevealed);
  const { mask } = usePreferences().preferences;
  return maskOf(revealed ? 'none' : mask);
}

/** How names and numbers leave the screen, by copy and export: masked, whatever is held. */
export function useLeavingMask(): Mask {
  return maskOf(usePreferences().preferences.mask);
}
