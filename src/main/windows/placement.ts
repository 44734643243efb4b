import { z } from 'zod';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A screen as the system tells it; `workArea` is what bars and docks leave. */
export interface Display {
  readonly id: string;
  readonly label: string;
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

const keptSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(100).max(20_000),
  height: z.number().int().min(100).max(20_000),
  maximized: z.boolean().default(false),
});
export type KeptBounds = z.infer<typeof keptSchema>;

/** Where windows of each kind stood: on which display last, and how on each display. */
export const placesSchema = z.record(
  z.string(),
  z.object({ last: z.string(), byDisplay: z.record(z.string(), keptSchema) }),
);
export type KeptPlaces = z.infer<typeof placesSchema>;

const MAX_DISPLAYS = 12;

/** The places after a window of `kind` was put to `bounds`: kept for the display it covers most. */
export function remember(
  places: KeptPlaces,
  kind: string,
  bounds: KeptBounds,
  displays: readonly Display[],
): KeptPlaces {
  const display = coveredMost(bounds, displays);
  if (display === undefined) return places;
  const entries = Object.entries(places[kind]?.byDisplay ?? {}).filter(([id]) => id !== display.id);
  const byDisplay = Object.fromEntries([...entries.slice(1 - MAX_DISPLAYS), [display.id, bounds]]);
  return { ...places, [kind]: { last: display.id, byDisplay } };
}

/**
 * Where a window of `kind` goes: as it last stood, on the display it last stood on if that is connected, else as it
 * last stood on one that is. Always inside of that display, however its size changed meanwhile.
 * @param on the display it has to go to, where one was chosen
 */
export function placeFor(
  places: KeptPlaces,
  kind: string,
  displays: readonly Display[],
  on?: string,
): KeptBounds | undefined {
  const kept = places[kind];
  const wanted = on === undefined ? [kept?.last, ...Object.keys(kept?.byDisplay ?? {}).reverse()] : [on];
  for (const id of wanted) {
    const display = displays.find((candidate) => candidate.id === id);
    const bounds = id === undefined ? undefined : kept?.byDisplay[id];
    if (display !== undefined && bounds !== undefined)
      return { ...inside(bounds, display.workArea), maximized: bounds.maximized };
  }
  return undefined;
}

/** Moves and, where it must, shrinks a rectangle so that all of it is inside of the area. */
export function inside(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  const x = Math.min(Math.max(bounds.x, area.x), area.x + area.width - width);
  const y = Math.min(Math.max(bounds.y, area.y), area.y + area.height - height);
  return { x, y, width, height };
}

function coveredMost(bounds: Rectangle, displays: readonly Display[]): Display | undefined {
  let most: Display | undefined;
  let covered = 0;
  for (const display of displays) {
    const area = overlap(bounds, display.bounds);
    if (area > covered) [most, covered] = [display, area];
  }
  return most;
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
