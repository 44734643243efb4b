import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { announce } from '../components/announcer.tsx';

/**
 * Switches the window to another tenant. What was open of the last one is closed first: its address names that tenant, and
 * an address that names a tenant switches to it.
 */
export function useActivateTenant(): (tenant: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (tenant) => {
      navigate({ to: '/live' })
        .then(() => call((api) => api.session.activateTenant({ tenant })))
        .catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));
    },
    [navigate],
  );
}
