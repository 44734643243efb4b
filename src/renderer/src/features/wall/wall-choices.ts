import type { TFunction } from 'i18next';
import type { DisplayView } from '../../../../shared/models/wall.ts';
import { MAX_TILES } from '../../../../shared/models/wall-size.ts';

/** How many tiles a wall can have. */
export const TILE_COUNTS: readonly number[] = [1, 2, 4, 6, 9, 12, MAX_TILES];

/** What a screen is called; `at` is its place among all, from 0. */
export function displayWords({ label, width, height }: DisplayView, at: number, t: TFunction<'wall'>): string {
  return label === '' ? t('display', { number: at + 1, width, height }) : label;
}
