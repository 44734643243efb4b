import { useQuery } from '@tanstack/react-query';
import { EyeOff, Maximize, Minimize, Monitor } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallLayout } from '../../../../shared/models/wall.ts';
import { WALL_IN_WINDOW } from '../../../../shared/models/wall-size.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/fields.tsx';
import { displaysQuery } from '../../lib/walls.ts';
import { BoardChoices } from './board-choices.tsx';
import { displayWords, TILE_COUNTS } from './wall-choices.ts';

const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');
const SIZES = TILE_COUNTS.map((size) => ({ value: String(size), label: String(size) }));

interface WallControlsProps {
  readonly tenant: string;
  readonly display: string;
  readonly layout: WallLayout;
  readonly kiosk: boolean;
  readonly onLayout: (layout: WallLayout) => void;
  readonly onHide: (() => void) | undefined;
}

/** How many tiles, which, on which display, and whether they fill it. */
export function WallControls({ tenant, display, layout, kiosk, onLayout, onHide }: WallControlsProps): ReactNode {
  const { t } = useTranslation('wall');
  const displays = useQuery(displaysQuery).data ?? [];
  return (
    <div
      role="toolbar"
      aria-label={t('controls')}
      className="flex flex-none flex-wrap items-end gap-3 border-b bg-surface px-3 py-2"
    >
      <Select
        label={t('shows')}
        value={layout.shows}
        options={[
          { value: 'transcripts', label: t('showsTranscripts') },
          { value: 'boards', label: t('showsBoards') },
        ]}
        onChange={(shows) => onLayout({ ...layout, shows })}
      />
      {layout.shows === 'boards' ? (
        <BoardChoices layout={layout} onLayout={onLayout} />
      ) : (
        <TranscriptChoices layout={layout} onLayout={onLayout} />
      )}
      <span className="flex-1" />
      {display !== WALL_IN_WINDOW ? (
        <Button onClick={() => void call((api) => api.windows.setKiosk({ tenant, display, on: !kiosk })).catch(tell)}>
          {kiosk ? <Minimize className="icon" aria-hidden /> : <Maximize className="icon" aria-hidden />}
          {t(kiosk ? 'kioskOff' : 'kioskOn')}
        </Button>
      ) : (
        displays.map((one, at) => (
          <Button
            key={one.id}
            onClick={() => void call((api) => api.windows.openWall({ tenant, display: one.id })).catch(tell)}
          >
            <Monitor className="icon" aria-hidden />
            {t('onDisplay', { display: displayWords(one, at, t) })}
          </Button>
        ))
      )}
      {onHide === undefined ? null : (
        <Button look="quiet" onClick={onHide}>
          <EyeOff className="icon" aria-hidden />
          {t('hideControls')}
        </Button>
      )}
    </div>
  );
}

type ChoicesProps = Pick<WallControlsProps, 'layout' | 'onLayout'>;

function TranscriptChoices({ layout, onLayout }: ChoicesProps): ReactNode {
  const { t } = useTranslation('wall');
  return (
    <>
      <Select
        label={t('tiles')}
        value={String(layout.tiles)}
        options={SIZES}
        onChange={(tiles) => onLayout({ ...layout, tiles: Number(tiles) })}
      />
      <Select
        label={t('order')}
        value={layout.order}
        options={[
          { value: 'worst', label: t('orderWorst') },
          { value: 'pinned', label: t('orderPinned') },
        ]}
        onChange={(order) => onLayout({ ...layout, order })}
      />
    </>
  );
}
