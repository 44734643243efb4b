import type { Annotation } from '../../../../../shared/models/telemetry.ts';
import type { Mark } from '../../../charts/plot-marks.ts';
import type { ChartColour } from '../../../charts/plot-theme.ts';

const COLOURS: Readonly<Record<Annotation['kind'], ChartColour>> = {
  incident: 'danger',
  alert: 'warn',
  operator: 'series-6',
  outage: 'fg-3',
};

const known = new WeakMap<readonly Annotation[], readonly Mark[]>();

/** What happened, as marks on a chart; what goes on reaches to the chart's end, wherever that is. */
export function marksOf(annotations: readonly Annotation[]): readonly Mark[] {
  const before = known.get(annotations);
  if (before !== undefined) return before;
  const marks = annotations.map(({ kind, at, until, open }) => ({
    at,
    until: open === true ? Number.POSITIVE_INFINITY : (until ?? at),
    colour: COLOURS[kind],
  }));
  known.set(annotations, marks);
  return marks;
}

/** What was going on at a time, the newest first; a moment counts as going on for `aroundMs` before and after. */
export function annotationsAt(
  annotations: readonly Annotation[],
  time: number,
  aroundMs: number,
): readonly Annotation[] {
  return annotations
    .filter(({ at, until, open }) => {
      const end = open === true ? Number.POSITIVE_INFINITY : (until ?? at);
      return time >= at - aroundMs && time <= end + aroundMs;
    })
    .toReversed();
}
