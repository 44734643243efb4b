import { useTranslation } from 'react-i18next';
import type { PreferencesPatch } from '../../../shared/models/preferences.ts';
import { useActions } from '../actions/offered.ts';
import { failureOf } from '../bridge/failure.ts';
import { announce } from '../components/announcer.tsx';
import { usePreferences } from './session-context.tsx';

const LOOKS = [
  ['themeDark', { theme: 'dark' }, ['night', 'sombre', 'thème']],
  ['themeLight', { theme: 'light' }, ['day', 'clair', 'thème']],
  ['themeSystem', { theme: 'system' }, ['thème', 'système']],
  ['contrastMore', { contrast: 'more' }, ['high contrast', 'contraste']],
  ['contrastSystem', { contrast: 'system' }, ['contraste']],
  ['motionReduced', { motion: 'reduced' }, ['animation', 'mouvement']],
  ['motionSystem', { motion: 'system' }, ['animation', 'mouvement']],
  ['languageEn', { language: 'en' }, ['English', 'anglais', 'langue']],
  ['languageFr', { language: 'fr' }, ['français', 'French', 'langue']],
  ['densityCompact', { density: 'compact' }, ['density', 'densité']],
  ['densityNormal', { density: 'normal' }, ['density', 'densité']],
  ['densityComfortable', { density: 'comfortable' }, ['density', 'densité']],
  ['maskNone', { mask: 'none' }, ['privacy', 'masque']],
  ['maskNumbers', { mask: 'numbers' }, ['privacy', 'masque']],
  ['maskAll', { mask: 'all' }, ['privacy', 'masque']],
  ['sendWithEnter', { sendWith: 'enter' }, ['reply', 'réponse']],
  ['sendWithMod', { sendWith: 'mod-enter' }, ['reply', 'réponse']],
] as const satisfies readonly (readonly [string, PreferencesPatch, readonly string[]])[];

/** Offers what the operator may prefer, in every window; what is chosen already or decided for the fleet says so. */
export function useLookActions(): void {
  const { t } = useTranslation(['shell', 'common']);
  const { preferences, locked, change } = usePreferences();
  const now: Readonly<Record<string, unknown>> = preferences;
  useActions(() =>
    LOOKS.map(([label, patch, keywords]) => {
      const managed = locked.some((key) => key in patch);
      const isSo = Object.entries(patch).every(([key, value]) => now[key] === value);
      return {
        id: `look:${label}` as const,
        label: t(`shell:${label}`),
        group: 'look' as const,
        keywords,
        disabledReason: managed ? t('common:managed') : isSo ? t('shell:isSo') : undefined,
        run: () => void change(patch).catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive')),
      };
    }),
  );
}
