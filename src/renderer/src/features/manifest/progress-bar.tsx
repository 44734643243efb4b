import type { ReactNode } from 'react';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; undefined while nobody knows. */
  readonly share: number | undefined;
}

/** How much of something is done, as a thin bar. */
export function ProgressBar({ label, share }: ProgressBarProps): ReactNode {
  const percent = share === undefined ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-1 w-full overflow-hidden rounded-full bg-hover"
    >
      <div
        className={`h-full rounded-full bg-accent ${percent === undefined ? 'w-1/3 animate-pulse' : ''}`}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
