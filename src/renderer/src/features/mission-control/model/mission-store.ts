import type { BridgeApi } from '../../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../../shared/ipc/envelope.ts';
import { type Board, RANGE_MS, type Tile } from '../../../../../shared/models/board.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import type { Annotation, PastSeries, TelemetryView } from '../../../../../shared/models/telemetry.ts';
import { type Line, NO_LINE, type Span, shifted } from '../../../charts/line.ts';
import { shiftOf } from './compare.ts';
import { findMetric } from './find-metric.ts';
import { alike, sharedView } from './shared-view.ts';

/** The lines of one tile. */
export interface TileLines {
  readonly line: Line;
  /** Of the time that is compared with, moved to lie under this one. */
  readonly before: Line | undefined;
  /** More of the line is being asked for. */
  readonly coming: boolean;
}

export interface MissionState {
  readonly view: TelemetryView | undefined;
  /** Why there is no view. */
  readonly failure: Failure | undefined;
  /** The time that all charts show, epoch ms. */
  readonly span: Span;
  readonly lines: ReadonlyMap<string, TileLines>;
  readonly annotations: readonly Annotation[];
  /** How often the past was read: lines of one reading only grow at their ends. */
  readonly reading: number;
  /** Set while the view stands still: since when, and how many answers came meanwhile. */
  readonly paused: { readonly since: number; readonly waiting: number } | undefined;
}

export interface MissionStore {
  readonly subscribe: (changed: () => void) => () => void;
  readonly state: () => MissionState;
  /** What is to be shown; `zoom` holds the charts at a span of the past. */
  readonly show: (board: Pick<Board, 'tiles' | 'range' | 'compare'>, zoom: Span | undefined) => void;
  readonly setPaused: (paused: boolean) => void;
}

interface StoreDeps {
  readonly api: BridgeApi;
  readonly tenant: string;
  readonly now?: () => number;
}

/** The past is read again this often: it rolls on, and steps that were going on come to an end. */
const READ_AGAIN_MS = 60_000;
/** Spans up to this show every single value as it comes. */
const LIVE_SPAN_MS = 3_600_000;

/**
 * What Mission Control of one tenant shows: the newest answer, and for each tile its line, which grows with each answer.
 * Opens with the first subscriber, closes with the last.
 */
export function createMissionStore({ api, tenant, now = Date.now }: StoreDeps): MissionStore {
  const listeners = new Set<() => void>();
  let shown: { board: Pick<Board, 'tiles' | 'range' | 'compare'>; zoom: Span | undefined } | undefined;
  let state: MissionState = {
    view: undefined,
    failure: undefined,
    span: { from: now() - LIVE_SPAN_MS, to: now() },
    lines: new Map(),
    annotations: [],
    reading: 0,
    paused: undefined,
  };
  /** What came while the view stood still. */
  let held: TelemetryView | undefined;
  let close: (() => void) | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let asked = 0;

  const set = (change: Partial<MissionState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const spanNow = (): Span => {
    if (shown?.zoom !== undefined) return shown.zoom;
    const to = now();
    return { from: to - RANGE_MS[shown?.board.range ?? '1h'], to };
  };

  const receive = (batch: Envelope<TelemetryView>) => {
    if (!batch.ok) {
      set({ failure: batch.failure });
      return;
    }
    if (state.paused !== undefined) {
      held = batch.value;
      set({ paused: { ...state.paused, waiting: state.paused.waiting + 1 } });
      return;
    }
    take(batch.value);
  };
  const take = (told: TelemetryView) => {
    const view = sharedView(state.view, told);
    const serial = state.view?.pastSerial;
    const span = spanNow();
    const lines = shown?.zoom === undefined ? grown(state.lines, shown?.board.tiles ?? [], view, span) : state.lines;
    set({ view, span, lines, failure: undefined });
    if (serial !== undefined && serial !== view.pastSerial) void read();
  };

  async function read(): Promise<void> {
    if (shown === undefined || state.paused !== undefined) return;
    const { board } = shown;
    const span = spanNow();
    const nth = ++asked;
    const shift = shiftOf(board.compare);
    const series = board.tiles.map(({ metric, labels }) => ({ metric, labels: { ...labels } }));
    const past = ({ from, to }: Span) =>
      series.length === 0 ? none : api.telemetry.past({ tenant, from, to, series });
    const [lines, before, marks] = await Promise.all([
      past({ from: span.from, to: span.to + READ_AGAIN_MS }),
      shift === 0 ? none : past({ from: span.from - shift, to: span.to - shift + READ_AGAIN_MS }),
      api.telemetry.annotations({ tenant, from: span.from, to: span.to }),
    ]);
    // Something else is shown by now, or the view stands still.
    if (nth !== asked || state.paused !== undefined) return;
    const drawn = new Map(
      board.tiles.map((tile, place): [string, TileLines] => [
        tile.id,
        {
          line: lineOf(lines, place) ?? state.lines.get(tile.id)?.line ?? NO_LINE,
          before: shift === 0 ? undefined : shifted(lineOf(before, place) ?? NO_LINE, shift),
          coming: lineOf(lines, place)?.coming ?? false,
        },
      ]),
    );
    const grow = shown.zoom === undefined && state.view !== undefined;
    set({
      span,
      lines: grow && state.view !== undefined ? grown(drawn, board.tiles, state.view, span) : drawn,
      reading: state.reading + 1,
      ...(marks.ok && !alike(marks.value, state.annotations) && { annotations: marks.value }),
    });
  }

  return {
    subscribe(changed) {
      listeners.add(changed);
      if (listeners.size === 1) {
        close = api.telemetry.state({ tenant }, receive);
        timer = setInterval(() => void read(), READ_AGAIN_MS);
      }
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        close?.();
        clearInterval(timer);
      };
    },
    state: () => state,
    show(board, zoom) {
      shown = { board, zoom };
      set({ span: spanNow() });
      void read();
    },
    setPaused(paused) {
      if (paused === (state.paused !== undefined)) return;
      if (paused) {
        set({ paused: { since: now(), waiting: 0 } });
        return;
      }
      set({ paused: undefined });
      if (held !== undefined) take(held);
      held = undefined;
      void read();
    },
  };
}

const none: Promise<Envelope<readonly PastSeries[]>> = Promise.resolve({ ok: true, value: [] });

function lineOf(answer: Envelope<readonly PastSeries[]>, place: number): PastSeries | undefined {
  return answer.ok ? answer.value[place] : undefined;
}

/** The lines with the newest values at their ends, and what left the span taken away. */
function grown(
  lines: ReadonlyMap<string, TileLines>,
  tiles: readonly Tile[],
  view: TelemetryView,
  span: Span,
): ReadonlyMap<string, TileLines> {
  const next = new Map(lines);
  const single = span.to - span.from <= LIVE_SPAN_MS;
  for (const { id, metric, labels } of tiles) {
    const found = findMetric(view, metric, labels);
    const known = lines.get(id) ?? { line: NO_LINE, before: undefined, coming: false };
    if (found?.value === undefined || found.at === undefined) continue;
    const line = appended(known.line, found.at, found.value, span, single);
    if (line !== known.line) next.set(id, { ...known, line });
  }
  return next;
}

/**
 * How far apart two values may be for a line to go on between them: a few answers, or a few of the line's last step. A
 * value alone after a gap may be the mean of a minute, which stands at its begin.
 */
function mostApart({ at, values }: Line, span: Span): number {
  const alone = values.length === 1 || values.at(-2) === null;
  const step = alone ? READ_AGAIN_MS : (at.at(-1) ?? 0) - (at.at(-2) ?? Number.POSITIVE_INFINITY);
  return Math.max(45_000, 2.5 * step, (span.to - span.from) / 100);
}

function appended(line: Line, at: number, value: number, span: Span, single: boolean): Line {
  const last = line.at.at(-1) ?? Number.NEGATIVE_INFINITY;
  if (at <= last) return line;
  const drop = line.at.findIndex((time) => time >= span.from);
  const keep = drop < 0 ? line.at.length : drop;
  const times = line.at.slice(keep);
  const values = line.values.slice(keep);
  if (times.length > 0 && at - last > mostApart(line, span)) {
    times.push(last + 1);
    values.push(null);
  }
  // In long spans only the newest single value stands at the end; the steps come with the next reading of the past.
  const provisional = !single && times.length > 1 && last - (times.at(-2) ?? 0) < READ_AGAIN_MS / 2;
  if (provisional) {
    times.pop();
    values.pop();
  }
  times.push(at);
  values.push(value);
  return { at: times, values };
}
