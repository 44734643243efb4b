import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../../shared/models/preferences.ts';
import { usePreferences } from './session-context.tsx';

export type Theme = 'dark' | 'light';
const prefersLight = '(prefers-color-scheme: light)';

/** What the OS asks for; follows it while the window is open. */
function useSystemTheme(): Theme {
  const [theme, setTheme] = useState<Theme>(() => (matchMedia(prefersLight).matches ? 'light' : 'dark'));
  useEffect(() => {
    const query = matchMedia(prefersLight);
    const follow = () => setTheme(query.matches ? 'light' : 'dark');
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return theme;
}

/** The theme in force. */
export function resolveTheme(preference: Preferences['theme'], system: Theme): Theme {
  return preference === 'system' ? system : preference;
}

/** Puts theme, density and language on the document and in i18next, before the frame that shows them is painted. */
export function ApplyLook(): null {
  const { preferences, language } = usePreferences();
  const { i18n } = useTranslation();
  const theme = resolveTheme(preferences.theme, useSystemTheme());
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = theme;
    dataset['density'] = preferences.density;
  }, [theme, preferences.density]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [language, i18n]);
  return null;
}
