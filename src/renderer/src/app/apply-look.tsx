import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../../shared/models/preferences.ts';
import { usePreferences } from './session-context.tsx';
import { usePaperLook } from './use-paper-look.ts';

export type Theme = 'dark' | 'light';

/** Whether the OS asks for something, by a media query; follows it while the window is open. */
function useSystemWish(media: string): boolean {
  const [wanted, setWanted] = useState(() => matchMedia(media).matches);
  useEffect(() => {
    const query = matchMedia(media);
    const follow = () => setWanted(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [media]);
  return wanted;
}

/** The theme in force. */
export function resolveTheme(preference: Preferences['theme'], system: Theme): Theme {
  return preference === 'system' ? system : preference;
}

/** Puts theme, contrast, motion, density and language on the document and in i18next, before the frame that shows them is painted. */
export function ApplyLook(): null {
  const { preferences, language } = usePreferences();
  const { i18n } = useTranslation();
  usePaperLook();
  const theme = resolveTheme(preferences.theme, useSystemWish('(prefers-color-scheme: light)') ? 'light' : 'dark');
  const moreContrast = useSystemWish('(prefers-contrast: more)') || preferences.contrast === 'more';
  const lessMotion = useSystemWish('(prefers-reduced-motion: reduce)') || preferences.motion === 'reduced';
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = theme;
    dataset['contrast'] = moreContrast ? 'more' : 'normal';
    dataset['motion'] = lessMotion ? 'reduced' : 'full';
    dataset['density'] = preferences.density;
  }, [theme, moreContrast, lessMotion, preferences.density]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [language, i18n]);
  return null;
}
