import { bandsOf, type Comparison, type Tile } from '../../../../../shared/models/board.ts';
import { type Band, type Bands, bandOf, type KnownMetric, knownMetric } from '../../../../../shared/models/metric.ts';
import type { TelemetryView } from '../../../../../shared/models/telemetry.ts';
import type { Limit } from '../../../charts/plot-marks.ts';
import { type ChartColour, SERIES } from '../../../charts/plot-theme.ts';
import { type Change, changeOf } from './compare.ts';
import { amountOf, type FoundMetric, findMetric } from './find-metric.ts';
import type { TileLines } from './mission-store.ts';

/** All a tile says, worked out from what is known. */
export interface TileFacts {
  readonly found: FoundMetric | undefined;
  readonly known: KnownMetric | undefined;
  readonly bands: Bands | undefined;
  readonly band: Band;
  readonly limits: readonly Limit[];
  readonly colour: ChartColour;
  /** The most a value can be, where a chart should show all of it. */
  readonly most: number | undefined;
  /** Beside the value: of how many. */
  readonly outOf: number | undefined;
  readonly change: Change | undefined;
}

/** A tile that answers of the instance leave alone for so long is stale, ms. */
export const STALE_MS = 15_000;
/** Seconds below this only tell how far the next answer is, ms. */
export const FRESH_MS = 5_000;

/** @param place of the tile on its board: decides its colour */
export function tileFacts(
  tile: Tile,
  place: number,
  view: TelemetryView | undefined,
  lines: TileLines | undefined,
  now: number,
  compare: Comparison,
): TileFacts {
  const found = findMetric(view, tile.metric, tile.labels);
  const known: KnownMetric | undefined = knownMetric(tile.metric);
  const outOf = tile.metric === 'voice.inUse' ? amountOf(view, 'voice.cap') : undefined;
  // The cap is the limit of what is used; beyond it calls wait.
  const capped = outOf === undefined || tile.bands === null ? undefined : { warn: outOf * 0.9, alarm: outOf };
  const bands = bandsOf(tile) ?? capped;
  const value = found?.value;
  const band = value === undefined ? 'ok' : bandOf(value, bands, known?.worse);
  const colour = band === 'alarm' ? 'danger' : band === 'warn' ? 'warn' : (SERIES[place % SERIES.length] ?? 'series-1');
  return {
    found,
    known,
    bands,
    band,
    colour,
    limits: bands === undefined ? [] : limitsOf(bands),
    most: found?.quantity === 'percent' && (value ?? 0) > 40 ? 100 : undefined,
    outOf,
    change: compare === 'none' ? undefined : changeOf(value, lines?.before, now, found?.quantity ?? 'plain'),
  };
}

function limitsOf({ warn, alarm }: Bands): readonly Limit[] {
  const limits: readonly Limit[] = [
    { value: warn, colour: 'warn' },
    { value: alarm, colour: 'danger' },
  ];
  return warn === alarm ? limits.slice(1) : limits;
}
