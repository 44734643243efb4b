import { type Bands, type KnownMetricId, knownMetric, type Labels } from './metric.ts';

/** Spans of time a board shows. */
export const RANGES = ['15m', '1h', '4h', '24h', '7d'] as const;
export type Range = (typeof RANGES)[number];
export const RANGE_MS: Readonly<Record<Range, number>> = {
  '15m': 15 * 60_000,
  '1h': 3_600_000,
  '4h': 4 * 3_600_000,
  '24h': 24 * 3_600_000,
  '7d': 7 * 24 * 3_600_000,
};

/** What a tile's number is compared with. */
export const COMPARISONS = ['none', 'hour', 'day', 'week'] as const;
export type Comparison = (typeof COMPARISONS)[number];
export const COMPARISON_MS: Readonly<Record<Exclude<Comparison, 'none'>, number>> = {
  hour: 3_600_000,
  day: 24 * 3_600_000,
  week: 7 * 24 * 3_600_000,
};

export const TILE_SIZES = ['small', 'medium', 'large', 'wide'] as const;
export type TileSize = (typeof TILE_SIZES)[number];

/** One metric, or one part of it, on a board. */
export interface Tile {
  readonly id: string;
  readonly metric: string;
  readonly labels: Labels;
  readonly size: TileSize;
  /** Null: none, whatever the console would set by itself; left out: the metric's own. */
  readonly bands?: Bands | null | undefined;
}

export const MAX_TILES_OF_BOARD = 60;

/** A board: which tiles, in which order and size, over which time, compared with what. */
export interface Board {
  readonly version: 1;
  readonly name: string;
  readonly range: Range;
  readonly compare: Comparison;
  readonly tiles: readonly Tile[];
}

/** Whose board: each role has its own in each tenant. */
export const BOARD_ROLES = ['supervisor', 'campaigns', 'admin', 'analyst'] as const;
export type BoardRole = (typeof BOARD_ROLES)[number];

const roleTiles: Readonly<Record<BoardRole, readonly KnownMetricId[]>> = {
  supervisor: [
    'conversations.inProgress',
    'queue.waiting',
    'voice.inUse',
    'ai.containment',
    'model.latencyP95',
    'functions.failureRate',
  ],
  campaigns: [
    'campaigns.pace',
    'voice.inUse',
    'voice.queued',
    'conversations.abandonRate',
    'queue.longestWait',
    'model.queue',
  ],
  admin: [
    'model.saturation',
    'model.queue',
    'functions.failureRate',
    'functions.latencyP95',
    'indexing.queue',
    'stream.clients',
    'voice.inUse',
    'conversations.inProgress',
  ],
  analyst: [
    'conversations.started',
    'conversations.contained',
    'conversations.handedOff',
    'conversations.abandoned',
    'ai.containment',
    'queue.medianWait',
  ],
};

/** The board a role starts with. */
export function defaultBoard(role: BoardRole): Board {
  const tiles = roleTiles[role].map((metric): Tile => ({ id: metric, metric, labels: {}, size: 'medium' }));
  return { version: 1, name: 'Mission Control', range: '1h', compare: role === 'analyst' ? 'week' : 'day', tiles };
}

/** The role whose board is shown first, by what the operator may do. */
export function boardRoleOf(scopes: readonly string[] | undefined): BoardRole {
  const may = (scope: string) => scopes?.includes(scope) === true;
  if (may('environment:write') || may('users:update')) return 'admin';
  if (may('chat:csr')) return 'supervisor';
  if (may('campaigns:write') || may('campaigns:run') || may('campaigns:dispatch')) return 'campaigns';
  return scopes === undefined ? 'supervisor' : 'analyst';
}

/** The bands of a tile: its own, none where it says so, else the metric's. */
export function bandsOf(tile: Pick<Tile, 'metric' | 'bands'>): Bands | undefined {
  if (tile.bands === null) return undefined;
  if (tile.bands !== undefined) return tile.bands;
  return knownMetric(tile.metric)?.bands;
}
