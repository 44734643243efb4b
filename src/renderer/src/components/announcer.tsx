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

/** Says something to everybody: assistive technology reads it, and it is shown for a moment. For what has just been done. */
export function say(text: string, politeness: Politeness = 'polite'): void {
  announce(text, politeness);
  show?.(text);
}

const SHOWN_MS = 4000;
let show: ((text: string) => void) | undefined;

/** What was said to everybody last, at the lower edge, until its time is over. */
function Said(): ReactNode {
  const [said, setSaid] = useState<{ readonly text: string }>();
  useEffect(() => {
    show = (text) => setSaid({ text });
    return () => {
      show = undefined;
    };
  }, []);
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  if (said === undefined) return null;
  return (
    <p
      aria-hidden
      data-testid="said"
      className="pointer-events-none fixed inset-x-0 bottom-9 z-50 mx-auto w-fit max-w-[80vw] rounded-md border border-line-strong bg-raised px-3 py-1.5 shadow-overlay"
    >
      {said.text}
    </p>
  );
}

/** The live regions, and what is said to everybody; one in the window, kept mounted. */
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
    <>
      <div className="sr-only">
        <div aria-live="polite">{spoken.polite}</div>
        <div aria-live="assertive">{spoken.assertive}</div>
      </div>
      <Said />
    </>
  );
}
