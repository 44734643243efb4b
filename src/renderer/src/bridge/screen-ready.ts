import { useEffect } from 'react';
import { call } from './bridge.ts';

/**
 * Tells main, after the next two frames, that this screen is painted with its data (`ready`). Main shows the window,
 * takes the asked-for screenshot, or goes on with the demo then.
 */
export function useScreenReady(screen: string, ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        // Only a notice: main loses nothing when it cannot be told.
        call((api) => api.app.screenReady({ screen })).catch(() => undefined);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [screen, ready]);
}
