import { Ellipsis } from 'lucide-react';
import { memo, type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Board, TILE_SIZES, type Tile } from '../../../../../shared/models/board.ts';
import type { Labels } from '../../../../../shared/models/metric.ts';
import type { Line } from '../../../charts/line.ts';
import { MenuButton } from '../../../components/menu.tsx';
import type { MenuEntry } from '../../../components/menu-entry.ts';
import { BandsDialog } from '../board/bands-dialog.tsx';
import { moved, withoutTile, withTile } from '../model/change-board.ts';
import { type DrillTarget, drillOf } from '../model/drill.ts';
import { useChartExport } from '../model/use-chart-export.ts';

export interface TileDeeds {
  readonly hasCampaigns: boolean;
  readonly onOpen: (metric: string, labels: Labels) => void;
  readonly onDrill: (target: DrillTarget) => void;
  readonly onAlert: (metric: string, labels: Labels) => void;
  readonly change: (change: (board: Board) => Board) => void;
}

interface TileMenuProps extends TileDeeds {
  readonly tile: Tile;
  readonly place: number;
  readonly count: number;
  readonly name: string;
  /** Asked for when it is saved: a menu that is not open does not follow each value. */
  readonly lineNow: () => Line;
  readonly card: RefObject<HTMLElement | null>;
}

/** What can be done with one tile. */
export const TileMenu = memo(function TileMenu(props: TileMenuProps): ReactNode {
  const { tile, place, count, name, lineNow, card, hasCampaigns, onOpen, onDrill, onAlert, change } = props;
  const { t } = useTranslation('missionControl');
  const [limits, setLimits] = useState(false);
  const save = useChartExport();
  const drill = drillOf(tile.metric, tile.labels);
  const canvas = () => card.current?.querySelector('canvas') ?? undefined;
  const entries: readonly MenuEntry[] = [
    { id: 'open', label: t('openDetails'), onAction: () => onOpen(tile.metric, tile.labels) },
    ...(drill === undefined
      ? []
      : [
          {
            id: 'drill',
            label: t(drill.kind === 'campaigns' && hasCampaigns ? 'showCampaigns' : 'showBehind'),
            onAction: () => onDrill(drill),
          },
        ]),
    { id: 'alert', label: t('alertOn'), onAction: () => onAlert(tile.metric, tile.labels) },
    { id: 'limits', label: t('bands'), onAction: () => setLimits(true) },
    ...TILE_SIZES.map((size) => ({
      id: `size:${size}`,
      section: t('sizeMenu'),
      label: t(`size.${size}`),
      disabled: size === tile.size,
      onAction: () => change((board) => withTile(board, tile.id, { size })),
    })),
    {
      id: 'earlier',
      section: ' ',
      label: t('moveEarlier'),
      disabled: place === 0,
      onAction: () => change((board) => moved(board, tile.id, -1)),
    },
    {
      id: 'later',
      section: ' ',
      label: t('moveLater'),
      disabled: place === count - 1,
      onAction: () => change((board) => moved(board, tile.id, 1)),
    },
    { id: 'csv', section: ' ', label: t('exportCsv'), onAction: () => save.csv(name, [{ name, line: lineNow() }]) },
    { id: 'png', section: ' ', label: t('exportPng'), onAction: () => save.png(name, canvas()) },
    {
      id: 'remove',
      section: ' ',
      label: t('remove'),
      onAction: () => change((board) => withoutTile(board, tile.id)),
    },
  ];
  return (
    <>
      <MenuButton
        label={t('tileMenu', { name })}
        iconOnly
        entries={entries}
        align="end"
        className="print:hidden h-6! w-6! shrink-0 justify-center border-transparent! bg-transparent! px-0! text-fg-3"
      >
        <Ellipsis className="icon" aria-hidden />
      </MenuButton>
      {limits ? (
        <BandsDialog
          tile={tile}
          name={name}
          onSave={(bands) => change((board) => withTile(board, tile.id, { bands }))}
          onClose={() => setLimits(false)}
        />
      ) : null}
    </>
  );
});
