import { type ReactNode, useEffect, useState } from 'react';

type Politeness = 'polite' | 'assertive';

const THROTTLE_MS = 1500;
const waiting: Record<Politeness, string[]> = { polite: [], assertive: [] };
let wake: (() => void) | undefined;

/**
 * Says something to assistive technology. Polite news is throttled: what comes while the last is being read is
 * joined into one sentence, so a busy view never floods the reader.
 */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  const queue = waiting[politeness];
  if (queue.at(-1) !== text) queue.push(text);
  wake?.();
}

/** The live regions; one in the window, kept mounted. */
export function Announcer(): ReactNode {
  const [spoken, setSpoken] = useState<Record<Politeness, string>>({ polite: '', assertive: '' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const speak = () => {
      timer = undefined;
      if (waiting.polite.length + waiting.assertive.length === 0) return;
      const next = { polite: waiting.polite.splice(0).join(' '), assertive: waiting.assertive.splice(0).join(' ') };
      setSpoken(next);
      timer = setTimeout(speak, THROTTLE_MS);
    };
    wake = () => {
      if (timer === undefined) timer = setTimeout(speak, 0);
    };
    wake();
    return () => {
      clearTimeout(timer);
      wake = undefined;
    };
  }, []);
  return (
    <div className="sr-only">
      <div aria-live="polite">{spoken.polite}</div>
      <div aria-live="assertive">{spoken.assertive}</div>
    </div>
  );
}
