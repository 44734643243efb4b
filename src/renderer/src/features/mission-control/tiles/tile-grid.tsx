import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../../../../shared/models/board.ts';
import { marksOf } from '../model/marks.ts';
import type { MissionState } from '../model/mission-store.ts';
import { TileCard } from './tile-card.tsx';
import type { TileDeeds } from './tile-menu.tsx';

interface TileGridProps extends TileDeeds {
  readonly board: Board;
  readonly state: MissionState;
}

/** The board's tiles in their order, each as wide as it was made. */
export function TileGrid({ board, state, ...deeds }: TileGridProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const { view, lines, span, annotations } = state;
  const marks = useMemo(() => marksOf(annotations, span), [annotations, span]);
  return (
    <ul aria-label={t('tiles')} className="tiles" data-testid="tiles">
      {board.tiles.map((tile, place) => (
        <TileCard
          key={tile.id}
          {...deeds}
          tile={tile}
          place={place}
          count={board.tiles.length}
          view={view}
          lines={lines.get(tile.id)}
          span={span}
          marks={marks}
          compare={board.compare}
          paused={state.paused !== undefined}
        />
      ))}
    </ul>
  );
}
