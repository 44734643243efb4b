import type { Comparison, Tile } from '../../../../../shared/models/board.ts';
import type { Quantity } from '../../../../../shared/models/metric.ts';
import { type Line, NO_LINE, type Span } from '../../../charts/line.ts';
import type { PlotLine } from '../../../charts/plot-data.ts';
import type { PlotPicture } from '../../../charts/plot-picture.ts';
import type { Language } from '../../../lib/format.ts';
import { formatMetric, type ShownNumber } from '../../../lib/metric-format.ts';
import { marksOf } from './marks.ts';
import type { MissionState, MissionStore, TileLines } from './mission-store.ts';
import { alike } from './shared-view.ts';
import { type TileFacts, tileFacts } from './tile-facts.ts';

/** A tile as it stands at the newest answer. */
export interface TileNow {
  readonly state: MissionState;
  readonly facts: TileFacts;
  readonly lines: TileLines | undefined;
  readonly line: Line;
  readonly span: Span;
  /** The number as it is written; undefined without one. */
  readonly shown: ShownNumber | undefined;
}

/** Reads a tile whenever it is wanted; worked out once an answer, however many parts of the tile ask. */
export type TileReader = () => TileNow;

export function tileReader(
  store: Pick<MissionStore, 'state'>,
  tile: Tile,
  place: number,
  compare: Comparison,
  language: Language,
): TileReader {
  let now: TileNow | undefined;
  return () => {
    const state = store.state();
    if (now?.state === state) return now;
    const lines = state.lines.get(tile.id);
    const facts = tileFacts(tile, place, state.view, lines, state.span.to, compare);
    const shown = shownOf(facts, language);
    now = { state, facts, lines, line: lines?.line ?? NO_LINE, span: state.span, shown };
    return now;
  };
}

function shownOf({ found, outOf }: TileFacts, language: Language): ShownNumber | undefined {
  if (found?.value === undefined) return undefined;
  const { number, unit } = formatMetric(found.value, found.quantity, language, found.unit);
  if (outOf === undefined) return { number, unit };
  return { number: `${number} / ${formatMetric(outOf, found.quantity, language).number}`, unit };
}

/** What of a tile seldom changes: it renders only then, the number is written past React. */
export interface TileLook {
  /** What the instance calls the metric; undefined where it does not tell it. */
  readonly told: string | undefined;
  readonly hasValue: boolean;
  /** More of its chart is being asked for. */
  readonly coming: boolean;
  readonly unit: string;
  readonly band: TileFacts['band'];
  /** The limit that the value is beyond. */
  readonly limit: number | undefined;
  readonly quantity: Quantity;
  readonly quantityUnit: string | undefined;
}

export function lookOf({ facts: { found, band, bands }, lines, shown }: TileNow): TileLook {
  return {
    told: found?.label ?? found?.name,
    hasValue: shown !== undefined,
    coming: lines?.coming ?? false,
    unit: shown?.unit ?? '',
    band,
    limit: band === 'ok' || bands === undefined ? undefined : bands[band],
    quantity: found?.quantity ?? 'plain',
    quantityUnit: found?.unit,
  };
}

/** The chart of a tile at the newest answer; what did not change of it stays the same object. */
export function tilePicture(read: TileReader, height: number): () => PlotPicture {
  let last: { readonly of: TileLines | undefined; readonly colour: string; readonly picture: PlotPicture } | undefined;
  return () => {
    const { facts, lines, line, span, state } = read();
    const { colour, most } = facts;
    const before = last?.picture;
    const drawn = last?.of === lines && last?.colour === colour ? before?.lines : undefined;
    const picture: PlotPicture = {
      lines: drawn ?? [...comparedWith(lines), { line, colour, area: true }],
      limits: before?.limits !== undefined && alike(before.limits, facts.limits) ? before.limits : facts.limits,
      marks: marksOf(state.annotations),
      reading: state.reading,
      ...{ span, height, most },
    };
    last = { of: lines, colour, picture };
    return picture;
  };
}

function comparedWith(lines: TileLines | undefined): readonly PlotLine[] {
  if (lines?.before === undefined || lines.before.at.length === 0) return [];
  return [{ line: lines.before, colour: 'fg-3', faded: true }];
}
