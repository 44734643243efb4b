import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Board, TILE_SIZES, type TileSize } from '../../../../../shared/models/board.ts';
import { KNOWN_METRIC_IDS } from '../../../../../shared/models/metric.ts';
import type { MetricState } from '../../../../../shared/models/telemetry.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { Select } from '../../../components/fields.tsx';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { added, moved, withoutTile, withTile } from '../model/change-board.ts';

interface EditTilesProps {
  readonly board: Board;
  /** What the instance tells; unknown metrics can be tiles, too. */
  readonly metrics: readonly MetricState[];
  readonly change: (change: (board: Board) => Board) => void;
  readonly onClose: () => void;
}

/** Chooses, orders and sizes the tiles of a board; each change is kept at once. */
export function EditTiles({ board, metrics, change, onClose }: EditTilesProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const words = useMetricWords();
  const told = new Map(metrics.map((metric) => [metric.id as string, metric.label ?? metric.name]));
  const unknown = metrics.filter(({ id }) => id.startsWith('x:')).map(({ id }) => id);
  const choices = [...KNOWN_METRIC_IDS, ...unknown].map((id) => ({ value: id, label: words.name(id, told.get(id)) }));
  const [chosen, setChosen] = useState<string>(choices[0]?.value ?? '');
  return (
    <Dialog title={t('tilesDialog')} width="wide" onClose={onClose}>
      <p className="text-fg-2">{t('tilesHelp')}</p>
      <ol className="flex flex-col gap-1" aria-label={t('tiles')}>
        {board.tiles.map((tile, place) => {
          const name = words.name(tile.metric, told.get(tile.metric));
          const part = words.parts(tile.labels);
          return (
            <li key={tile.id} className="flex items-center gap-2 rounded-md border px-2 py-1">
              <span className="min-w-0 flex-1 truncate">
                {name} {part === '' ? null : <span className="text-fg-3">· {part}</span>}
              </span>
              <div className="w-36">
                <Select<TileSize>
                  label={`${t('sizeMenu')}: ${name}`}
                  labelHidden
                  value={tile.size}
                  options={TILE_SIZES.map((size) => ({ value: size, label: t(`size.${size}`) }))}
                  onChange={(size) => change((before) => withTile(before, tile.id, { size }))}
                />
              </div>
              <IconButton
                label={`${t('moveEarlier')}: ${name}`}
                {...(place === 0 ? { disabledReason: t('moveEarlier') } : {})}
                onClick={() => change((before) => moved(before, tile.id, -1))}
              >
                <ArrowUp className="icon" aria-hidden />
              </IconButton>
              <IconButton
                label={`${t('moveLater')}: ${name}`}
                {...(place === board.tiles.length - 1 ? { disabledReason: t('moveLater') } : {})}
                onClick={() => change((before) => moved(before, tile.id, 1))}
              >
                <ArrowDown className="icon" aria-hidden />
              </IconButton>
              <IconButton
                label={`${t('remove')}: ${name}`}
                onClick={() => change((before) => withoutTile(before, tile.id))}
              >
                <X className="icon" aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ol>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Select label={t('addMetric')} value={chosen} options={choices} onChange={setChosen} />
        </div>
        <Button onClick={() => change((before) => added(before, { metric: chosen, labels: {} }, crypto.randomUUID()))}>
          {t('addTile')}
        </Button>
      </div>
      <DialogButtons>
        <Button look="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
