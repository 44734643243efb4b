import { z } from 'zod';
import { BOARD_ROLES } from './board.ts';
import { MAX_TILES } from './wall-size.ts';

/** What a wall can show. */
export const WALL_CONTENTS = ['transcripts', 'boards'] as const;

/** What one wall shows; remembered for each display and tenant. */
export const wallLayoutSchema = z.object({
  tiles: z.number().int().min(1).max(MAX_TILES).default(9),
  /** `worst`: pinned ones first, then the worst; `pinned`: those that are pinned alone. */
  order: z.enum(['worst', 'pinned']).default('worst'),
  pinned: z.array(z.string().min(1).max(300)).max(MAX_TILES).default([]),
  shows: z.enum(WALL_CONTENTS).default('transcripts'),
  /** Whose boards, in turn, each for so long. */
  boards: z.array(z.enum(BOARD_ROLES)).min(1).max(BOARD_ROLES.length).default(['supervisor']),
  turnSeconds: z.number().int().min(5).max(600).default(20),
  /** Dark, whatever the theme of the desk. */
  night: z.boolean().default(true),
});
export type WallLayout = z.infer<typeof wallLayoutSchema>;

/** One wall as its window sees it. */
export interface WallView {
  readonly layout: WallLayout;
  /** The whole screen, without anything else of the system. */
  readonly kiosk: boolean;
}

/** A screen of this computer. */
export interface DisplayView {
  readonly id: string;
  /** The maker's name for it; may be empty. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly primary: boolean;
}
