import type { WallLayout } from '../../../../shared/models/wall.ts';

interface Watched {
  readonly id: string;
  readonly ended: boolean;
}

/**
 * Which conversations the wall shows, by place. A tile keeps its place as long as it belongs to the worst by a margin
 * of half a wall, so that tiles do not jump while rows trade ranks; a place that becomes free goes to the worst that
 * is not shown yet. Pinned ones come first, also after they ended, in the order they were pinned.
 * @param shown what the places show now; @param compare worst first
 */
export function pickTiles<T extends Watched>(
  rows: Iterable<T>,
  byId: (id: string) => T | undefined,
  layout: WallLayout,
  shown: readonly string[],
  compare: (a: T, b: T) => number,
): readonly string[] {
  const pinned = layout.pinned.filter((id) => byId(id) !== undefined).slice(0, layout.tiles);
  if (layout.order === 'pinned') return pinned;
  const free = layout.tiles - pinned.length;
  const worst = worstOf(rows, free + Math.ceil(layout.tiles / 2) + pinned.length, compare)
    .map(({ id }) => id)
    .filter((id) => !pinned.includes(id));
  const kept = shown.slice(0, layout.tiles).map((id) => (!pinned.includes(id) && worst.includes(id) ? id : undefined));
  const places: (string | undefined)[] = [...pinned, ...settle(kept, pinned.length, layout.tiles)];
  const next = worst.filter((id) => !places.includes(id))[Symbol.iterator]();
  const filled = places.map((id) => id ?? next.next().value);
  return filled.filter((id) => id !== undefined);
}

/** The places behind the pinned ones: each kept tile at its place where that is still free, else at the first free one. */
function settle(kept: readonly (string | undefined)[], from: number, size: number): (string | undefined)[] {
  const places: (string | undefined)[] = Array.from({ length: Math.max(0, size - from) }, (_, at) => kept[at + from]);
  for (const id of kept.slice(0, from)) {
    const hole = places.indexOf(undefined);
    if (id !== undefined && hole >= 0) places[hole] = id;
  }
  return places;
}

/** The first `count` by `compare`, without sorting the rest. */
function worstOf<T extends Watched>(rows: Iterable<T>, count: number, compare: (a: T, b: T) => number): readonly T[] {
  const worst: T[] = [];
  for (const row of rows) {
    if (row.ended) continue;
    const last = worst.at(-1);
    if (worst.length >= count && last !== undefined && compare(row, last) >= 0) continue;
    const place = worst.findIndex((other) => compare(row, other) < 0);
    worst.splice(place < 0 ? worst.length : place, 0, row);
    if (worst.length > count) worst.pop();
  }
  return worst;
}
