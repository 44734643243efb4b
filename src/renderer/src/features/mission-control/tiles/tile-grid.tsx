import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../../../../shared/models/board.ts';
import type { MissionStore } from '../model/mission-store.ts';
import { TileCard } from './tile-card.tsx';
import type { TileDeeds } from './tile-menu.tsx';

interface TileGridProps extends TileDeeds {
  readonly board: Board;
  readonly store: MissionStore;
}

/** The board's tiles in their order, each as wide as it was made. */
export const TileGrid = memo(function TileGrid({ board, store, ...deeds }: TileGridProps): ReactNode {
  const { t } = useTranslation('missionControl');
  return (
    <ul aria-label={t('tiles')} className="tiles" data-testid="tiles">
      {board.tiles.map((tile, place) => (
        <TileCard
          key={tile.id}
          {...deeds}
          tile={tile}
          place={place}
          count={board.tiles.length}
          store={store}
          compare={board.compare}
        />
      ))}
    </ul>
  );
});
