import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

type Element = RefObject<HTMLElement | null>;

/**
 * What `measure` tells of an element, followed as its size changes. Known before the first frame, and nothing renders again
 * while it stays the same. `measure` must keep its identity; it gets what it told before, to tell the same object again.
 */
function useMeasured<T>(element: Element, first: T, measure: (node: HTMLElement, before: T) => T): T {
  const [value, setValue] = useState(first);
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    const read = () => setValue((before) => measure(node, before));
    read();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(read);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element, measure]);
  return value;
}

const widthOf = (node: HTMLElement): number => node.clientWidth;
const heightOf = (node: HTMLElement): number => node.clientHeight;
const sizeOf = ({ clientWidth: width, clientHeight: height }: HTMLElement, before: ElementSize): ElementSize =>
  before.width === width && before.height === height ? before : { width, height };

/** The inner width of an element in pixels; 0 until it is drawn. */
export function useElementWidth(element: Element): number {
  return useMeasured(element, 0, widthOf);
}

/** The inner height of an element in pixels; 0 until it is drawn. */
export function useElementHeight(element: Element): number {
  return useMeasured(element, 0, heightOf);
}

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

const NONE: ElementSize = { width: 0, height: 0 };

/** The inner size of an element in pixels; 0 by 0 until it is drawn. */
export function useElementSize(element: Element): ElementSize {
  return useMeasured(element, NONE, sizeOf);
}

/**
 * Whether an element is at least so wide.
 * @param from pixels @param guess what it will be, most likely: a right one saves drawing everything in it twice
 */
export function useIsWide(element: Element, from: number, guess: boolean): boolean {
  return useMeasured(
    element,
    guess,
    useCallback((node: HTMLElement) => node.clientWidth >= from, [from]),
  );
}
