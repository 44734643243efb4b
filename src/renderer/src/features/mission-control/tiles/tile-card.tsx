import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode, Suspense, useCallback, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Tile } from '../../../../../shared/models/board.ts';
import { LazyLivePlot } from '../../../charts/lazy-charts.tsx';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { drillOf } from '../model/drill.ts';
import type { MissionStore } from '../model/mission-store.ts';
import { alike } from '../model/shared-view.ts';
import { lookOf, tilePicture, tileReader } from '../model/tile-reader.ts';
import { useMissionPart } from '../model/use-mission.ts';
import { ChartSlider } from './chart-slider.tsx';
import { PastComing } from './past-coming.tsx';
import { PointedValue } from './pointed-value.tsx';
import { TileAge } from './tile-age.tsx';
import { type TileDeeds, TileMenu } from './tile-menu.tsx';
import { TileNote } from './tile-note.tsx';
import { TileValue } from './tile-value.tsx';

interface TileCardProps extends TileDeeds {
  readonly tile: Tile;
  readonly place: number;
  readonly count: number;
  readonly store: MissionStore;
  readonly compare: Comparison;
}

const HEIGHTS = { small: 52, medium: 72, large: 112, wide: 112 } as const;
const BORDERS = { ok: 'border-line', warn: 'border-warn', alarm: 'border-danger' } as const;

/**
 * One number: what it is now, how it stands against another time, how it came there, how old it is. Renders only when it
 * looks otherwise; the number, its age and its chart follow the answers by themselves.
 */
export const TileCard = memo(function TileCard(props: TileCardProps): ReactNode {
  const { tile, place, count, store, compare } = props;
  const { hasCampaigns, onOpen, onDrill, onAlert, change } = props;
  const { t } = useTranslation('missionControl');
  const words = useMetricWords();
  const card = useRef<HTMLLIElement>(null);
  const nameId = useId();
  const read = useMemo(
    () => tileReader(store, tile, place, compare, words.language),
    [store, tile, place, compare, words.language],
  );
  const look = useMissionPart(
    store,
    useCallback(() => lookOf(read()), [read]),
    alike,
  );
  const height = HEIGHTS[tile.size];
  const picture = useMemo(() => tilePicture(read, height), [read, height]);
  const name = [words.name(tile.metric, look.told), words.parts(tile.labels)].filter(Boolean).join(' · ');
  const BandIcon = look.band === 'alarm' ? OctagonAlert : TriangleAlert;
  return (
    <li
      ref={card}
      data-tile={tile.metric}
      data-size={tile.size}
      data-band={look.band}
      className={`group block min-w-0 space-y-1 rounded-lg border bg-surface px-3 pt-2 pb-3 ${BORDERS[look.band]}`}
    >
      <div className="isolate flex min-w-0 items-center gap-1.5">
        {look.limit === undefined ? null : (
          <BandIcon
            role="img"
            aria-label={t(`band.${look.band === 'alarm' ? 'alarm' : 'warn'}`, {
              limit: words.value(look.limit, look.quantity, look.quantityUnit),
            })}
            className={`icon ${look.band === 'alarm' ? 'text-danger' : 'text-warn'}`}
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
            <span id={nameId}>{name}</span>
          </button>
        </h2>
        <TileAge read={read} />
        <TileMenu
          tile={tile}
          place={place}
          count={count}
          name={name}
          lineNow={() => read().line}
          card={card}
          hasCampaigns={hasCampaigns}
          onOpen={onOpen}
          onDrill={onDrill}
          onAlert={onAlert}
          change={change}
        />
      </div>
      <div className="tile-body min-w-0 space-y-1">
        <p className="flex min-w-0 items-baseline gap-2">
          <TileValue
            look={look}
            nameId={nameId}
            read={read}
            subscribe={store.subscribe}
            drill={drillOf(tile.metric, tile.labels)}
            hasCampaigns={hasCampaigns}
            onDrill={onDrill}
            onOpen={() => onOpen(tile.metric, tile.labels)}
          />
          <TileNote tile={tile} read={read} store={store} compare={compare} />
        </p>
        <ChartSlider name={name} read={read} store={store}>
          <Suspense fallback={<div style={{ height }} />}>
            <LazyLivePlot picture={picture} subscribe={store.subscribe} height={height} />
          </Suspense>
          {look.coming ? <PastComing /> : null}
          <PointedValue read={read} />
        </ChartSlider>
      </div>
    </li>
  );
});
