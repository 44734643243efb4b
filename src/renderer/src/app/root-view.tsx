import { Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AlertSounds } from '../features/alerts/alert-sounds.tsx';
import { HoldsBar } from '../features/live/holds/holds-bar.tsx';
import { Frame } from './frame.tsx';
import { PaletteProvider } from './palette-provider.tsx';
import { useWindowActions } from './use-window-actions.ts';

/** Most views stand in the frame; torn-off conversations and the walls of other displays have their window to themselves. */
export function RootView(): ReactNode {
  const bare = useRouterState({ select: ({ location }) => /^\/(torn|wall)\/[^/]+\/[^/]+/.test(location.pathname) });
  useWindowActions();
  return (
    <PaletteProvider>
      <AlertSounds />
      {bare ? (
        <div className="flex h-full flex-col">
          <HoldsBar />
          <div className="min-h-0 flex-1">
            <Outlet />
          </div>
        </div>
      ) : (
        <Frame />
      )}
    </PaletteProvider>
  );
}
