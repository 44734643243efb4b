import type { ReactNode } from 'react';

export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** A text with what was found in it marked. Plain text throughout: nothing that a customer wrote becomes markup. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    if (from < at || to > text.length) continue;
    if (from > at) parts.push(text.slice(at, from));
    parts.push(
      <mark key={from} className="rounded-sm bg-selected text-fg underline decoration-accent decoration-2">
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}

/** A text for one line: its beginning is left out where what was found would be beyond the line's end. */
export function fromMark(text: string, marks: readonly Mark[], before = 24): { text: string; marks: readonly Mark[] } {
  const from = marks[0]?.from ?? 0;
  const cut = from <= before ? 0 : text.lastIndexOf(' ', from - before / 2) + 1;
  if (cut === 0) return { text, marks };
  return {
    text: `…${text.slice(cut)}`,
    marks: marks.map((one) => ({ from: one.from - cut + 1, to: one.to - cut + 1 })),
  };
}
