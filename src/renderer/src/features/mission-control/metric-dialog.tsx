import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Tile } from '../../../../shared/models/board.ts';
import type { Labels } from '../../../../shared/models/metric.ts';
import type { PastSeries, TelemetryView } from '../../../../shared/models/telemetry.ts';
import { call } from '../../bridge/bridge.ts';
import { LazyPlot } from '../../charts/lazy-charts.tsx';
import { type Span, shifted } from '../../charts/line.ts';
import type { PlotLine } from '../../charts/plot-data.ts';
import type { Limit } from '../../charts/plot-marks.ts';
import { SERIES } from '../../charts/plot-theme.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { Select } from '../../components/fields.tsx';
import { useMetricWords } from '../../lib/metric-words.ts';
import { AnnotationList } from './annotation-list.tsx';
import { LineTable } from './line-table.tsx';
import { shiftOf } from './model/compare.ts';
import type { DrillTarget } from './model/drill.ts';
import { findMetric } from './model/find-metric.ts';
import { marksOf } from './model/marks.ts';
import type { MissionState, MissionStore } from './model/mission-store.ts';
import { alike } from './model/shared-view.ts';
import { tileFacts } from './model/tile-facts.ts';
import { useChartExport } from './model/use-chart-export.ts';
import { useMissionPart } from './model/use-mission.ts';
import { PartBars } from './part-bars.tsx';
import { PlotLegend } from './plot-legend.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { PastComing } from './tiles/past-coming.tsx';
import { useZonedTimes } from './zone.ts';

interface MetricDialogProps {
  readonly tenant: string;
  readonly metric: string;
  readonly labels: Labels;
  /** The tile of it that the board has. */
  readonly tile: Tile | undefined;
  readonly store: MissionStore;
  readonly compare: Comparison;
  readonly onDrill: (target: DrillTarget) => void;
  readonly onClose: () => void;
}

/** The dialog's picture moves on by the minute, not with each answer. */
const minuteSpan = ({ span }: MissionState): Span => {
  const to = Math.ceil(span.to / 60_000) * 60_000;
  return { from: to - (span.to - span.from), to };
};

const HEIGHT = 240;
/** Lines at once: as many as there are colours. */
const MOST_LINES = SERIES.length;

/** One metric large: its line or those of its parts, what happened meanwhile, its parts now, as a table, as files. */
export function MetricDialog(props: MetricDialogProps): ReactNode {
  const { metric, labels, store, onClose } = props;
  const view = useMissionPart(store, ({ view }) => view);
  const words = useMetricWords();
  const found = findMetric(view, metric, labels);
  const title = [words.name(metric, found?.label ?? found?.name), words.parts(labels)].filter(Boolean).join(' · ');
  return (
    <Dialog title={title} width="wide" onClose={onClose}>
      <ProblemPanel>{view === undefined ? null : <Details {...props} view={view} title={title} />}</ProblemPanel>
    </Dialog>
  );
}

function Details(props: MetricDialogProps & { readonly view: TelemetryView; readonly title: string }): ReactNode {
  const { tenant, metric, labels, store, view, compare, title, onDrill, onClose } = props;
  const span = useMissionPart(store, minuteSpan, alike);
  const annotations = useMissionPart(store, (state) => state.annotations);
  const { t, i18n } = useTranslation('missionControl');
  const words = useMetricWords();
  const { timeZone } = useZonedTimes();
  const found = findMetric(view, metric, labels);
  const [split, setSplit] = useState('');
  const [table, setTable] = useState(false);
  const chart = useRef<HTMLDivElement>(null);
  const save = useChartExport();
  const parts = view.metrics.find(({ id }) => id === metric)?.parts ?? [];
  const whole = Object.keys(labels).length === 0;
  const splits = whole ? [...new Set(parts.map((part) => Object.keys(part.labels).join()))] : [];
  const lines = useLines({ tenant, metric, labels, span, split, compare, serial: view.pastSerial });
  const named = lines.map(({ series, line }) => ({ name: words.parts(series.labels) || title, line }));
  // The tile's own limits where the board has one, and the cap of what has a cap.
  const tile = props.tile ?? { id: metric, metric, labels, size: 'large' };
  const { limits } = tileFacts(tile, 0, view, undefined, span.to, 'none');
  const valueWords = useMemo(
    () => (value: number) => words.value(value, found?.quantity ?? 'plain', found?.unit),
    [words, found?.quantity, found?.unit],
  );
  // Beside an axis or a bar there is room for the number; what it counts is the dialog's title.
  const shortWords = useMemo(
    () => (value: number) => words.value(value, found?.quantity ?? 'plain'),
    [words, found?.quantity],
  );
  const drawn = useMemo<readonly PlotLine[]>(() => lines.map(({ line, plot }) => ({ line, ...plot })), [lines]);
  return (
    <>
      <div className="flex flex-wrap items-end gap-2">
        <span className="flex-1 text-2xl font-semibold tabular-nums">
          {found?.value === undefined ? t('noValue') : valueWords(found.value)}
          {found?.samples === undefined ? null : (
            <span className="ms-2 text-md font-normal text-fg-2">
              {t('samples', { count: Math.round(found.samples) })}
            </span>
          )}
        </span>
        {splits.length === 0 ? null : (
          <div className="w-40">
            <Select
              label={t('splitBy')}
              value={split}
              options={[
                { value: '', label: t('splitNone') },
                ...splits.map((name) => ({ value: name, label: words.label(name) })),
              ]}
              onChange={setSplit}
            />
          </div>
        )}
        <Button aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'showChart' : 'showTable')}
        </Button>
      </div>
      {table ? (
        <LineTable lines={named} words={valueWords} />
      ) : (
        <div ref={chart} className="relative">
          <Suspense fallback={<div style={{ height: HEIGHT }} />}>
            <LazyPlot
              lines={drawn}
              span={span}
              height={HEIGHT}
              marks={marksOf(annotations)}
              limits={split === '' ? limits : NO_LIMITS}
              valueWords={shortWords}
              language={i18n.language}
              {...(timeZone === undefined ? {} : { timeZone })}
            />
          </Suspense>
          {lines.some(({ series }) => series.coming) ? <PastComing /> : null}
          <PlotLegend
            lines={lines.map(({ line, plot, series }) => ({
              name: plot.faded === true ? t(`compare.${compare}`) : words.parts(series.labels) || title,
              line,
              colour: plot.colour,
            }))}
            words={valueWords}
          />
        </div>
      )}
      <AnnotationList annotations={annotations} />
      {whole ? (
        <PartBars metric={metric} title={title} parts={parts} words={shortWords} table={table} onDrill={onDrill} />
      ) : null}
      <DialogButtons>
        <Button onClick={() => save.csv(title, named)}>{t('exportCsv')}</Button>
        {table ? null : (
          <Button onClick={() => save.png(title, chart.current?.querySelector('canvas') ?? undefined)}>
            {t('exportPng')}
          </Button>
        )}
        <Button look="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogButtons>
    </>
  );
}

interface LinesAsked {
  readonly tenant: string;
  readonly metric: string;
  readonly labels: Labels;
  readonly span: Span;
  readonly split: string;
  readonly compare: Comparison;
  readonly serial: number;
}

/** The lines of the dialog: the metric's own with that of the other time, or those of its largest parts. */
function useLines(asked: LinesAsked) {
  const { tenant, metric, labels, span, split, compare, serial } = asked;
  const shift = shiftOf(compare);
  const { from, to } = span;
  const { data = NONE } = useQuery({
    queryKey: ['metric-lines', tenant, metric, labels, split, shift, from, to, serial],
    queryFn: async (): Promise<readonly PastSeries[]> => {
      if (split !== '') {
        const by = split.split(',');
        const { parts } = await call((api) => api.telemetry.pastParts({ tenant, metric, by, from, to }));
        return parts.toSorted((a, b) => sum(b) - sum(a)).slice(0, MOST_LINES);
      }
      const series = [{ metric, labels: { ...labels } }];
      const [now, before] = await Promise.all([
        call((api) => api.telemetry.past({ tenant, from, to, series })),
        shift === 0 ? [] : call((api) => api.telemetry.past({ tenant, from: from - shift, to: to - shift, series })),
      ]);
      return [...before, ...now];
    },
    placeholderData: (previous) => previous,
    gcTime: 60_000,
  });
  return useMemo(
    () =>
      data.map((series, place) => {
        const faded = split === '' && data.length > 1 && place === 0;
        const colour = faded ? ('fg-3' as const) : (SERIES[split === '' ? 0 : place] ?? 'series-1');
        const plot = { colour, ...(faded && { faded }), ...(split === '' && !faded && { area: true }) };
        return { series, line: faded ? shifted(series, shift) : series, plot };
      }),
    [data, split, shift],
  );
}

const NONE: readonly PastSeries[] = [];
const NO_LIMITS: readonly Limit[] = [];
const sum = ({ values }: PastSeries) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
