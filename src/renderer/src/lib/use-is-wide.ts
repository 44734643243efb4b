import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * Whether an element is at least so wide, followed as it changes. Known before the first frame, and nothing renders again
 * while the answer stays the same, as it would by its width.
 * @param from pixels @param guess what it will be, most likely: a right one saves drawing everything in it twice
 */
export function useIsWide(element: RefObject<HTMLElement | null>, from: number, guess: boolean): boolean {
  const [wide, setWide] = useState(guess);
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    const measure = () => setWide(node.clientWidth >= from);
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element, from]);
  return wide;
}
