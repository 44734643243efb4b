import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { type ReactNode, Suspense, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Tile } from '../../../../../shared/models/board.ts';
import type { TelemetryView } from '../../../../../shared/models/telemetry.ts';
import { LazyPlot } from '../../../charts/lazy-charts.tsx';
import { NO_LINE, type Span } from '../../../charts/line.ts';
import type { PlotLine } from '../../../charts/plot-data.ts';
import { formatAge } from '../../../lib/format.ts';
import { formatMetric } from '../../../lib/metric-format.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { Ticking } from '../../../lib/ticking.tsx';
import { useElementHeight } from '../../../lib/use-measured.ts';
import { useChartWords } from '../model/chart-words.ts';
import type { TileLines } from '../model/mission-store.ts';
import { FRESH_MS, STALE_MS, tileFacts } from '../model/tile-facts.ts';
import { PastComing } from '../tiles/past-coming.tsx';

interface WallTileProps {
  readonly tile: Tile;
  readonly place: number;
  readonly view: TelemetryView | undefined;
  readonly lines: TileLines | undefined;
  readonly span: Span;
  readonly compare: Comparison;
}

/** One number for a room: nothing to press, nothing that needs a pointer; grey with its age once it is stale. */
export function WallTile(props: WallTileProps): ReactNode {
  const { tile, place, view, lines, span, compare } = props;
  const { t } = useTranslation('missionControl');
  const words = useMetricWords();
  const box = useRef<HTMLDivElement>(null);
  const height = useElementHeight(box);
  const { found, known, band, bands, colour, limits, most, outOf } = tileFacts(
    tile,
    place,
    view,
    lines,
    span.to,
    compare,
  );
  const name = [words.name(tile.metric, found?.label ?? found?.name), words.parts(tile.labels)]
    .filter(Boolean)
    .join(' · ');
  const line = lines?.line ?? NO_LINE;
  const drawn = useMemo<readonly PlotLine[]>(() => [{ line, colour, area: true }], [line, colour]);
  const at = found?.at;
  const fresh = t('ageNow');
  const summary = useChartWords()(line, found, bands, known?.worse);
  const age = useCallback(
    (now: number) => {
      if (at === undefined) return '';
      return now - at < FRESH_MS ? fresh : formatAge(now - at, words.language);
    },
    [at, words.language, fresh],
  );
  const late = useCallback((now: number) => at === undefined || now - at > STALE_MS, [at]);
  const Icon = band === 'alarm' ? OctagonAlert : TriangleAlert;
  const limit = band === 'ok' || bands === undefined ? undefined : bands[band];
  return (
    <li data-tile={tile.metric} data-band={band}>
      <h2>{name}</h2>
      <p className="wall-number">
        {limit === undefined || found === undefined ? null : (
          <Icon
            role="img"
            aria-label={t(`band.${band === 'alarm' ? 'alarm' : 'warn'}`, {
              limit: words.value(limit, found.quantity, found.unit),
            })}
          />
        )}
        <WallNumber found={found} outOf={outOf} />
      </p>
      <div ref={box} className="relative min-h-0 flex-1 overflow-hidden">
        {lines?.coming === true ? <PastComing /> : null}
        {height === 0 ? null : (
          <Suspense fallback={null}>
            <LazyPlot
              lines={drawn}
              span={span}
              height={height}
              limits={limits}
              {...(most === undefined ? {} : { most })}
            />
          </Suspense>
        )}
      </div>
      <p className="sr-only">{summary}</p>
      <p className="wall-age">
        {found?.problem === undefined ? null : <span>{t(`problem.${found.problem}`)} · </span>}
        <Ticking at={age} late={late} lateOn="[data-tile]" />
      </p>
    </li>
  );
}

function WallNumber({ found, outOf }: Pick<ReturnType<typeof tileFacts>, 'found' | 'outOf'>): ReactNode {
  const { t } = useTranslation('missionControl');
  const { language } = useMetricWords();
  if (found?.value === undefined)
    return <span className="wall-unit">{t(found === undefined ? 'notToldShort' : 'noValue')}</span>;
  const { number, unit } = formatMetric(found.value, found.quantity, language, found.unit);
  const most = outOf === undefined ? undefined : formatMetric(outOf, found.quantity, language);
  // What is counted is the tile's name.
  const said = found.quantity === 'count' ? '' : unit;
  return (
    <>
      <span>{number}</span>
      <span className="wall-unit">{most === undefined ? said : `/ ${most.number}`}</span>
    </>
  );
}
