import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { WallLayout, WallView as WallState } from '../../../../shared/models/wall.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { useLatest } from '../../bridge/stream.ts';
import { announce } from '../../components/announcer.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { texts } from './texts.ts';
import { TranscriptTiles } from './transcript-tiles.tsx';
import { useWallActions } from './use-wall-actions.ts';
import { WallControls } from './wall-controls.tsx';
import type { WallParts } from './wall-parts.ts';

export interface WallProps {
  readonly tenant: string;
  /** The display it stands on, or `window` inside of the main window. */
  readonly display: string;
  readonly parts: WallParts;
}

/** Up to sixteen transcripts at a glance, or boards of numbers in turn, for a screen that hangs on the wall or a part of one's own. */
export function Wall(props: WallProps): ReactNode {
  useLateTexts('wall', texts);
  const { tenant, display } = props;
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<WallState>) => void) => api.windows.wall({ tenant, display }, on),
    [tenant, display],
  );
  const { value, failure } = useLatest(open);
  if (failure !== undefined) return <ErrorPanel shape="panel" failure={failure} />;
  return value === undefined ? null : <Shown {...props} view={value} />;
}

function Shown({ tenant, display, parts, view }: WallProps & { readonly view: WallState }): ReactNode {
  const { t } = useTranslation('wall');
  const { layout, kiosk } = view;
  const [controls, setControls] = useState(true);
  useEffect(() => setControls(!kiosk), [kiosk]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // In kiosk mode nothing but the tiles is on screen: Esc brings the controls, and the way out, back.
      if (event.key === 'Escape' && kiosk && !event.defaultPrevented) setControls((shown) => !shown);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [kiosk]);
  const save = useCallback(
    (next: WallLayout) =>
      void call((api) => api.windows.setWall({ tenant, display, layout: next })).catch((thrown: unknown) =>
        announce(failureOf(thrown).message, 'assertive'),
      ),
    [tenant, display],
  );
  useWallActions(tenant, display, view, save);
  return (
    <div className="flex h-full min-h-0 flex-col bg-bg" data-testid="wall" data-kiosk={kiosk || undefined}>
      <h1 className="sr-only">{t('title')}</h1>
      {controls ? (
        <WallControls
          tenant={tenant}
          display={display}
          layout={layout}
          kiosk={kiosk}
          onLayout={save}
          onHide={kiosk ? () => setControls(false) : undefined}
        />
      ) : null}
      {layout.shows === 'boards' ? (
        <div className="min-h-0 flex-1">
          <parts.Boards layout={layout} />
        </div>
      ) : (
        <TranscriptTiles tenant={tenant} layout={layout} parts={parts} onLayout={save} />
      )}
      {parts.State === undefined || layout.shows === 'boards' ? null : (
        <footer className="flex h-8 flex-none items-center gap-3 border-t bg-surface px-3">
          <span className="min-w-0 flex-1 truncate font-semibold">{parts.tenantName}</span>
          <parts.State />
        </footer>
      )}
    </div>
  );
}
