import type { ReactNode } from 'react';
import { usePointedTime } from '../../charts/cross-hair.ts';
import { type Line, stepOf, valueAt } from '../../charts/line.ts';
import type { ChartColour } from '../../charts/plot-theme.ts';

interface PlotLegendProps {
  readonly lines: readonly { readonly name: string; readonly line: Line; readonly colour: ChartColour }[];
  readonly words: (value: number) => string;
}

/** Which line is which, with its value under the cross-hair, or its last one. */
export function PlotLegend({ lines, words }: PlotLegendProps): ReactNode {
  const time = usePointedTime();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-1 text-sm">
      {lines.map(({ name, line, colour }) => {
        const at = time ?? line.at.at(-1);
        const value = at === undefined ? undefined : valueAt(line, at, 2.5 * stepOf(line));
        return (
          <li key={`${name}${colour}`} className="flex items-center gap-1.5">
            <span aria-hidden className="inline-block h-0.5 w-4" style={{ backgroundColor: `var(--${colour})` }} />
            <span className="text-fg-2">{name}</span>
            <span className="tabular-nums">{value === undefined ? '—' : words(value)}</span>
          </li>
        );
      })}
    </ul>
  );
}
