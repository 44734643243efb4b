import type { ReactNode } from 'react';

const WIDTH = 44;
const HEIGHT = 16;

/** The points of a mood line in a box of the given size; moods run from -1 (bottom) to 1 (top). */
export function sparkPoints(trend: readonly number[], width = WIDTH, height = HEIGHT): string {
  const step = width / Math.max(1, trend.length - 1);
  return trend
    .map((mood, at) => {
      const y = ((1 - Math.min(1, Math.max(-1, mood))) / 2) * (height - 3) + 1.5;
      return `${(at * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

/** The mood of the last turns as a line; the words beside it say what it is. */
export function SentimentSpark({
  trend,
  className = '',
}: {
  readonly trend: readonly number[];
  readonly className?: string;
}): ReactNode {
  if (trend.length < 2) return <span className="inline-block flex-none" style={{ width: WIDTH }} />;
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={`flex-none ${className}`}
      aria-hidden
    >
      <polyline
        points={sparkPoints(trend)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
