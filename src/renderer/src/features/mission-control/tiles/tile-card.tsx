import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Tile } from '../../../../../shared/models/board.ts';
import type { TelemetryView } from '../../../../../shared/models/telemetry.ts';
import { LazyPlot } from '../../../charts/lazy-charts.tsx';
import { NO_LINE, type Span } from '../../../charts/line.ts';
import type { PlotLine } from '../../../charts/plot-data.ts';
import type { Mark } from '../../../charts/plot-marks.ts';
import { formatAge } from '../../../lib/format.ts';
import { formatMetric } from '../../../lib/metric-format.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { Ticking } from '../../../lib/ticking.tsx';
import { type DrillTarget, drillOf } from '../model/drill.ts';
import type { TileLines } from '../model/mission-store.ts';
import { STALE_MS, tileFacts } from '../model/tile-facts.ts';
import { ChartSlider } from './chart-slider.tsx';
import { PointedValue } from './pointed-value.tsx';
import { type TileDeeds, TileMenu } from './tile-menu.tsx';
import { TileNote } from './tile-note.tsx';

interface TileCardProps extends TileDeeds {
  readonly tile: Tile;
  readonly place: number;
  readonly count: number;
  readonly view: TelemetryView | undefined;
  readonly lines: TileLines | undefined;
  readonly span: Span;
  readonly marks: readonly Mark[];
  readonly compare: Comparison;
  readonly paused: boolean;
}

const HEIGHTS = { small: 52, medium: 72, large: 112, wide: 112 } as const;
const BORDERS = { ok: 'border-line', warn: 'border-warn', alarm: 'border-danger' } as const;

/** One number: what it is now, how it stands against another time, how it came there, how old it is. */
export const TileCard = memo(function TileCard(props: TileCardProps): ReactNode {
  const { tile, place, count, view, lines, span, marks, compare } = props;
  const { hasCampaigns, onOpen, onDrill, onAlert, change } = props;
  const { t } = useTranslation('missionControl');
  const words = useMetricWords();
  const card = useRef<HTMLLIElement>(null);
  const facts = tileFacts(tile, place, view, lines, span.to, compare);
  const { found, band, colour, limits, most, outOf, bands } = facts;
  const part = words.parts(tile.labels);
  const name = [words.name(tile.metric, found?.label ?? found?.name), part].filter(Boolean).join(' · ');
  const drill = drillOf(tile.metric, tile.labels);
  const line = lines?.line ?? NO_LINE;
  const shown = useRef(line);
  useEffect(() => {
    shown.current = line;
  }, [line]);
  const lineNow = useCallback(() => shown.current, []);
  const drawn = useMemo<readonly PlotLine[]>(
    () => [
      ...(lines?.before === undefined || lines.before.at.length === 0
        ? []
        : [{ line: lines.before, colour: 'fg-3', faded: true } as const]),
      { line, colour, area: true },
    ],
    [line, lines?.before, colour],
  );
  const at = found?.at;
  const age = useCallback(
    (now: number) => (at === undefined ? '' : formatAge(now - at, words.language)),
    [at, words.language],
  );
  const late = useCallback((now: number) => at === undefined || now - at > STALE_MS, [at]);
  const limit = band === 'ok' || bands === undefined ? undefined : bands[band];
  const BandIcon = band === 'alarm' ? OctagonAlert : TriangleAlert;
  return (
    <li
      ref={card}
      data-tile={tile.metric}
      data-size={tile.size}
      data-band={band}
      className={`group flex min-w-0 flex-col gap-1 rounded-lg border bg-surface px-3 pt-2 pb-3 ${BORDERS[band]}`}
    >
      <div className="flex min-w-0 items-center gap-1.5">
        {limit === undefined || found === undefined ? null : (
          <BandIcon
            role="img"
            aria-label={t(`band.${band === 'alarm' ? 'alarm' : 'warn'}`, {
              limit: words.value(limit, found.quantity, found.unit),
            })}
            className={`icon ${band === 'alarm' ? 'text-danger' : 'text-warn'}`}
          />
        )}
        <h2 className="min-w-0 flex-1 font-normal text-fg-2">
          <button
            type="button"
            className="max-w-full truncate rounded-sm text-left hover:text-fg hover:underline"
            aria-label={t('openTile', { name })}
            title={name}
            onClick={() => onOpen(tile.metric, tile.labels)}
          >
            {name}
          </button>
        </h2>
        <span className="tile-age shrink-0 text-xs text-fg-3">
          <Ticking at={age} late={late} lateOn="[data-tile]" />
        </span>
        <TileMenu
          tile={tile}
          place={place}
          count={count}
          name={name}
          lineNow={lineNow}
          card={card}
          hasCampaigns={hasCampaigns}
          onOpen={onOpen}
          onDrill={onDrill}
          onAlert={onAlert}
          change={change}
        />
      </div>
      <div className="tile-body flex min-w-0 flex-col gap-1">
        <p className="flex min-w-0 items-baseline gap-2">
          <Value facts={{ found, outOf }} drill={drill} onDrill={onDrill} name={name} />
          <TileNote tile={tile} facts={facts} view={view} compare={compare} />
        </p>
        <ChartSlider name={name} line={line} span={span} found={found} limit={bands} worse={facts.known?.worse}>
          <Suspense fallback={<div style={{ height: HEIGHTS[tile.size] }} />}>
            <LazyPlot
              lines={drawn}
              span={span}
              height={HEIGHTS[tile.size]}
              limits={limits}
              marks={marks}
              {...(most === undefined ? {} : { most })}
            />
          </Suspense>
          <PointedValue line={line} quantity={found?.quantity ?? 'plain'} unit={found?.unit} />
        </ChartSlider>
      </div>
    </li>
  );
});

interface ValueProps {
  readonly facts: Pick<ReturnType<typeof tileFacts>, 'found' | 'outOf'>;
  readonly name: string;
  readonly drill: DrillTarget | undefined;
  readonly onDrill: (target: DrillTarget) => void;
}

/** The number itself; a press shows what is behind it. */
function Value({ facts: { found, outOf }, name, drill, onDrill }: ValueProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const words = useMetricWords();
  if (found?.value === undefined) {
    return <span className="text-lg text-fg-3">{t(found === undefined ? 'notTold' : 'noValue')}</span>;
  }
  const shown = formatMetric(found.value, found.quantity, words.language, found.unit);
  const most = outOf === undefined ? undefined : formatMetric(outOf, found.quantity, words.language);
  const content = (
    <>
      <span className="text-2xl font-semibold tabular-nums" data-testid="tile-value">
        {shown.number}
        {most === undefined ? null : ` / ${most.number}`}
      </span>
      {shown.unit === '' ? null : <span className="text-lg text-fg-2"> {shown.unit}</span>}
    </>
  );
  if (drill === undefined) return <span className="shrink-0">{content}</span>;
  return (
    <button
      type="button"
      className="shrink-0 rounded-md text-left hover:underline"
      title={t('showBehind')}
      aria-label={`${name}: ${words.value(found.value, found.quantity, found.unit)}. ${t('showBehind')}`}
      onClick={() => onDrill(drill)}
    >
      {content}
    </button>
  );
}
