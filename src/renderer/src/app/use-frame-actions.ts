import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useActions } from '../actions/offered.ts';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { announce } from '../components/announcer.tsx';
import { places } from './places.ts';
import { useActiveTenant, usePreferences, useSignedIn } from './session-context.tsx';
import { useActivateTenant } from './use-activate-tenant.ts';

const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');

/** Offers what the frame can do: go to places, switch the tenant, take a fresh snapshot, collapse the rail. */
export function useFrameActions(): void {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const session = useSignedIn();
  const active = useActiveTenant();
  const activate = useActivateTenant();
  const { preferences, change } = usePreferences();
  useActions(() => [
    ...places.map(({ to, label }) => ({
      id: `go:${to}` as const,
      label: t('goTo', { place: t(label) }),
      group: 'go' as const,
      keywords: [to],
      run: () => void navigate({ to }),
    })),
    {
      id: 'go:/keys',
      label: t('goTo', { place: t('keys') }),
      group: 'go',
      keywords: ['shortcuts', 'print', 'raccourcis', 'imprimer'],
      run: () => void navigate({ to: '/keys' }),
    },
    ...session.tenants
      .filter(({ slug }) => slug !== active?.slug)
      .map(({ slug, name, problem }) => ({
        id: `tenant:${slug}` as const,
        label: t('switchTo', { tenant: name }),
        group: 'tenants' as const,
        keywords: problem === undefined ? [slug] : [slug, t('tenantRefused')],
        run: () => activate(slug),
      })),
    ...(active === undefined
      ? []
      : [
          {
            id: 'live.refresh' as const,
            group: 'console' as const,
            keywords: ['reload', 'resync'],
            run: () => void call((api) => api.live.refresh({ tenant: active.slug })).catch(tell),
          },
        ]),
    {
      id: 'rail.toggle',
      group: 'look',
      run: () => void change({ railCollapsed: !preferences.railCollapsed }).catch(tell),
    },
  ]);
}
