import type { ReactNode } from 'react';

interface StepFootProps {
  readonly left?: ReactNode;
  /** Said quietly between the two sides. */
  readonly note?: string | undefined;
  /** The way back and the way on; the main one comes last. */
  readonly children: ReactNode;
}

/** The row of buttons under a step; it stays while the step scrolls. */
export function StepFoot({ left, note, children }: StepFootProps): ReactNode {
  return (
    <div className="flex flex-wrap items-center gap-2 border-t bg-surface px-6 py-2.5">
      {left}
      <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
        {note === undefined ? null : <span className="mr-2 text-sm text-fg-2">{note}</span>}
        {children}
      </div>
    </div>
  );
}
