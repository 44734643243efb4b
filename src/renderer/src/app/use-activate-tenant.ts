import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { announce } from '../components/announcer.tsx';

/**
 * Switches the window to another tenant; the view stays. A conversation that is open of the last one is closed first: its
 * address names that tenant, and an address that names a tenant switches to it.
 */
export function useActivateTenant(): (tenant: string) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return useCallback(
    (tenant) => {
      const { pathname } = router.state.location;
      const closed = pathname.startsWith('/live/') ? navigate({ to: '/live' }) : Promise.resolve();
      closed
        .then(() => call((api) => api.session.activateTenant({ tenant })))
        .catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));
    },
    [navigate, router],
  );
}
