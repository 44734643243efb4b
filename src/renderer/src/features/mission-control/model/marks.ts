import type { Annotation } from '../../../../../shared/models/telemetry.ts';
import type { Span } from '../../../charts/line.ts';
import type { Mark } from '../../../charts/plot-marks.ts';
import type { ChartColour } from '../../../charts/plot-theme.ts';

const COLOURS: Readonly<Record<Annotation['kind'], ChartColour>> = {
  incident: 'danger',
  alert: 'warn',
  operator: 'series-6',
  outage: 'fg-3',
};

/** What happened, as marks on a chart; what goes on reaches to the chart's end. */
export function marksOf(annotations: readonly Annotation[], span: Span): readonly Mark[] {
  return annotations.map(({ kind, at, until, open }) => ({
    at,
    until: open === true ? span.to : (until ?? at),
    colour: COLOURS[kind],
  }));
}
