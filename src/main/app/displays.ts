import { screen } from 'electron';
import type { DisplayView } from '../../shared/models/wall.ts';
import type { Display } from '../windows/placement.ts';

/** The screens of this computer as they are now. */
export function displays(): readonly Display[] {
  return screen
    .getAllDisplays()
    .map(({ id, label, bounds, workArea }) => ({ id: String(id), label, bounds, workArea }));
}

/** The same for the windows, the primary one first. */
export function displayViews(): readonly DisplayView[] {
  const primary = String(screen.getPrimaryDisplay().id);
  return displays()
    .map(({ id, label, bounds }) => ({
      id,
      label,
      width: bounds.width,
      height: bounds.height,
      primary: id === primary,
    }))
    .sort((a, b) => Number(b.primary) - Number(a.primary));
}
