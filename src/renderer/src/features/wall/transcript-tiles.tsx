import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallLayout } from '../../../../shared/models/wall.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Tile } from './tile.tsx';
import { useWallRows } from './use-wall-rows.ts';
import type { WallParts } from './wall-parts.ts';

interface TranscriptTilesProps {
  readonly tenant: string;
  readonly layout: WallLayout;
  readonly parts: WallParts;
  readonly onLayout: (layout: WallLayout) => void;
}

/** The transcripts of a wall, pinned ones first, then the worst. */
export function TranscriptTiles({ tenant, layout, parts, onLayout }: TranscriptTilesProps): ReactNode {
  const { t } = useTranslation('wall');
  const { rows, tiles, loaded, failure } = useWallRows(tenant, layout, parts);
  const pin = useCallback(
    (id: string) => {
      const without = layout.pinned.filter((other) => other !== id);
      const pinned = without.length === layout.pinned.length ? [...without, id].slice(-16) : without;
      onLayout({ ...layout, pinned });
    },
    [layout, onLayout],
  );
  const columns = useMemo(() => Math.max(1, Math.ceil(Math.sqrt(layout.tiles))), [layout.tiles]);
  const lines = Math.ceil(layout.tiles / columns);
  return (
    <>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {loaded && tiles.length === 0 ? (
        <div className="min-h-0 flex-1">
          <EmptyState title={t(layout.order === 'pinned' ? 'nothingPinned' : 'quiet')}>
            {t(layout.order === 'pinned' ? 'nothingPinnedText' : 'quietText')}
          </EmptyState>
        </div>
      ) : (
        <div
          className="grid min-h-0 flex-1 gap-2 p-2"
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridTemplateRows: `repeat(${lines}, minmax(0, 1fr))`,
          }}
        >
          {tiles.map((id) => (
            <Tile
              key={id}
              tenant={tenant}
              id={id}
              rows={rows}
              pinned={layout.pinned.includes(id)}
              onPin={pin}
              parts={parts}
            />
          ))}
        </div>
      )}
    </>
  );
}
