import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { seconds } from '../../../lib/clock.ts';
import { NEW_FOR_MS } from '../model/newcomers.ts';

/** Marks a row that has just come. It hides itself when its time is over, without a render. */
export function NewMark({ since, label }: { readonly since: number; readonly label: string }): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const write = (now: number) => element.current?.toggleAttribute('hidden', now - since > NEW_FOR_MS);
    write(seconds.now());
    return seconds.subscribe(write);
  }, [since]);
  return (
    <span ref={element} className="new-mark">
      {label}
    </span>
  );
}
