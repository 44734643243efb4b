import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PreferencesPatch } from '../../../shared/models/preferences.ts';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { announce } from '../components/announcer.tsx';
import { places } from './places.ts';
import { useActiveTenant, usePreferences, useSignedIn } from './session-context.tsx';
import { useActivateTenant } from './use-activate-tenant.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  /** Other words that find it: names in the other language, slugs. */
  readonly keywords: readonly string[];
  readonly shortcut?: string;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly label: string;
  readonly commands: readonly PaletteCommand[];
}

const looks: readonly (readonly [label: LookLabel, patch: PreferencesPatch, keywords: readonly string[]])[] = [
  ['themeDark', { theme: 'dark' }, ['night', 'sombre', 'thème']],
  ['themeLight', { theme: 'light' }, ['day', 'clair', 'thème']],
  ['themeSystem', { theme: 'system' }, ['thème', 'système']],
  ['languageEn', { language: 'en' }, ['English', 'anglais', 'langue']],
  ['languageFr', { language: 'fr' }, ['français', 'French', 'langue']],
  ['densityCompact', { density: 'compact' }, ['density', 'densité']],
  ['densityNormal', { density: 'normal' }, ['density', 'densité']],
  ['densityComfortable', { density: 'comfortable' }, ['density', 'densité']],
];
type LookLabel =
  | 'themeDark'
  | 'themeLight'
  | 'themeSystem'
  | 'languageEn'
  | 'languageFr'
  | 'densityCompact'
  | 'densityNormal'
  | 'densityComfortable';

/** Everything the palette can do now. `signOut` opens the question. */
export function usePaletteCommands(signOut: () => void): readonly PaletteGroup[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const session = useSignedIn();
  const active = useActiveTenant();
  const activate = useActivateTenant();
  const { change } = usePreferences();
  const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');

  const go = places.map((place, index) => ({
    id: place.to,
    label: t('goTo', { place: t(place.label) }),
    keywords: [place.to],
    shortcut: String(index + 1),
    run: () => void navigate({ to: place.to }),
  }));
  const switches = session.tenants
    .filter((tenant) => tenant.slug !== active?.slug)
    .map((tenant) => ({
      id: `tenant:${tenant.slug}`,
      label: t('switchTo', { tenant: tenant.name }),
      keywords: [tenant.slug],
      run: () => activate(tenant.slug),
    }));
  const refresh =
    active === undefined
      ? []
      : [
          {
            id: 'refresh',
            label: t('refreshLive'),
            keywords: ['reload', 'resync'],
            run: () => void call((api) => api.live.refresh({ tenant: active.slug })).catch(tell),
          },
        ];
  const look = looks.map(([label, patch, keywords]) => ({
    id: label,
    label: t(label),
    keywords,
    run: () => void change(patch).catch(tell),
  }));
  return [
    { label: t('paletteGo'), commands: [...go, ...refresh] },
    { label: t('paletteTenants'), commands: switches },
    { label: t('paletteLook'), commands: look },
    {
      label: t('paletteSession'),
      commands: [{ id: 'sign-out', label: t('signOut'), keywords: ['logout', 'quitter'], run: signOut }],
    },
  ];
}
