import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { namespaces, type Resources, resources } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Resources;
    returnNull: false;
  }
}

export type Language = 'en' | 'fr';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: string): Intl.NumberFormat {
  const known = formats.get(language) ?? new Intl.NumberFormat(language);
  formats.set(language, known);
  return known;
}

/** One i18next for the window (or one a test). React escapes what it renders, so i18next must not escape again. */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    ns: namespaces,
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    // Words that come late show as soon as they are there.
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  // The library's own makes, and keeps for ever, a format for every number it ever told.
  instance.services.formatter?.add('number', (value: unknown, lng = 'en') =>
    typeof value === 'number' ? numberFormat(lng).format(value) : String(value),
  );
  return instance;
}
