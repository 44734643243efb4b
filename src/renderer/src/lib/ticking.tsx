import { useLayoutEffect, useRef } from 'react';
import { seconds, type Ticker } from './clock.ts';

interface TickingProps {
  /** The words at an instant (epoch ms of this machine). Keep its identity while it means the same. */
  readonly at: (now: number) => string;
  /** Sets `data-late` while true, so that style can follow time without a render. */
  readonly late?: (now: number) => boolean;
  /** Sets `data-late` on the closest ancestor that matches, instead of on the text itself. */
  readonly lateOn?: string;
  readonly ticker?: Ticker;
  readonly className?: string;
  readonly title?: string;
}

/** Text that follows the clock: the text node is written directly, so nothing renders when a second passes. */
export function Ticking({ at, late, lateOn, ticker = seconds, className, title }: TickingProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const write = (now: number) => {
      const node = element.current;
      if (node === null) return;
      const text = at(now);
      if (node.textContent !== text) setText(node, text);
      if (late !== undefined)
        (lateOn === undefined ? node : node.closest(lateOn))?.toggleAttribute('data-late', late(now));
    };
    write(ticker.now());
    return ticker.subscribe(write);
  }, [at, late, lateOn, ticker]);
  return <span ref={element} className={className} title={title} />;
}

/** Keeps the text node where there is one: a new one would have its line laid out from nothing. */
function setText(element: Element, text: string): void {
  const held = element.firstChild;
  if (held instanceof Text) held.data = text;
  else element.textContent = text;
}
