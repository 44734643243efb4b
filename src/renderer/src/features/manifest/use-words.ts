import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, type Language } from '../../lib/format.ts';

/** How figures of manifests are written in the language of the window. */
export function useFigures() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'fr' ? 'fr' : 'en';
  return useMemo(
    () => ({
      language,
      number: (value: number) => formatNumber(value, language),
      bytes: (value: number) => formatBytes(value, language),
    }),
    [language],
  );
}

const UNITS = { en: ['B', 'kB', 'MB', 'GB'], fr: ['o', 'ko', 'Mo', 'Go'] } as const;

/** `106 MB`, `1.4 GB`; French `106 Mo`. */
export function formatBytes(bytes: number, language: Language): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  const text = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: digits }).format(value);
  return `${text}\u00a0${UNITS[language][power] ?? ''}`;
}
