import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { HoldsBar } from '../features/live/holds/holds-bar.tsx';
import { Notices } from './notices.tsx';
import { Rail } from './rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useFrameActions } from './use-frame-actions.ts';

/**
 * The frame around every view: it never scrolls, its content does. Its parts are isolated (a stacking context each), so that
 * the browser takes over what it painted of them before when only the content changes: a quarter less of its work a frame.
 */
export function Frame(): ReactNode {
  const { t } = useTranslation('shell');
  const main = useRef<HTMLElement>(null);
  useFrameActions();
  useFocusOnArrival(main);
  return (
    <div className="grid h-full print:block grid-cols-[auto_minmax(0,1fr)] grid-rows-[44px_auto_minmax(0,1fr)_26px]">
      <button
        type="button"
        onClick={() => main.current?.focus()}
        className="sr-only z-50 rounded-md bg-raised px-3 py-1 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('skipToContent')}
      </button>
      <TopBar />
      <div className="isolate col-span-2 min-w-0 print:hidden">
        <Notices />
        <HoldsBar />
      </div>
      <Rail />
      <main ref={main} tabIndex={-1} className="min-h-0 min-w-0 overflow-hidden outline-none print:overflow-visible">
        <Outlet />
      </main>
      <StatusBar />
    </div>
  );
}

/** After going to another view, the focus starts at its content, so that the keyboard is where the eyes are. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>): void {
  const section = useRouterState({ select: (state) => state.location.pathname.split('/')[1] });
  const before = useRef(section);
  useEffect(() => {
    if (before.current === section) return;
    before.current = section;
    main.current?.focus();
  }, [section, main]);
}
