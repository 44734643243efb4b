import { z } from 'zod';
import { type Board, COMPARISONS, MAX_TILES_OF_BOARD, RANGES, TILE_SIZES } from './board.ts';

const tileSchema = z.object({
  id: z.string().min(1).max(60),
  metric: z.string().min(1).max(220),
  labels: z.record(z.string().max(60), z.string().max(200)).default({}),
  size: z.enum(TILE_SIZES).default('medium'),
  bands: z.object({ warn: z.number(), alarm: z.number() }).nullable().optional(),
});

/** A board as it is kept, exported and imported. */
export const boardSchema = z.object({
  version: z.literal(1),
  name: z.string().trim().min(1).max(80),
  range: z.enum(RANGES).default('1h'),
  compare: z.enum(COMPARISONS).default('day'),
  tiles: z.array(tileSchema).max(MAX_TILES_OF_BOARD),
}) satisfies z.ZodType<Board>;
