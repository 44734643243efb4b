import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { announce } from '../components/announcer.tsx';

/** Switches the window to another tenant and closes what was open of the last one. */
export function useActivateTenant(): (tenant: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (tenant) => {
      call((api) => api.session.activateTenant({ tenant })).then(
        () => navigate({ to: '/live' }),
        (thrown) => announce(failureOf(thrown).message, 'assertive'),
      );
    },
    [navigate],
  );
}
