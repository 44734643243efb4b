import { useEffect, useState } from 'react';
import { nextFrame } from './frame.ts';

/** After this long what else there is to draw waits no more for what should come first; in ms. */
const PATIENCE = 250;

/**
 * False until what comes first has been painted, true from then on: for what may follow a frame later. What comes first
 * and does not come soon holds nothing up.
 * @param ready whether what comes first is in the page
 */
export function useDrawn(ready: boolean): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (drawn) return undefined;
    const show = () => setDrawn(true);
    if (!ready) {
      const timer = setTimeout(show, PATIENCE);
      return () => clearTimeout(timer);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The task behind a frame: by then the frame is painted.
    const cancel = nextFrame(() => {
      timer = setTimeout(show);
    });
    return () => {
      cancel();
      clearTimeout(timer);
    };
  }, [ready, drawn]);
  return drawn;
}
