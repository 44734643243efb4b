import type { Preferences } from '../../shared/models/preferences.ts';

/** Spelling variants of each language, the platform's own country first (the platform is Canadian). */
const VARIANTS = {
  en: ['en-CA', 'en-GB', 'en-US', 'en-AU', 'en'],
  fr: ['fr-CA', 'fr', 'fr-FR'],
} as const;

/**
 * The languages that the spell checker is to use.
 * @param available what it has (Electron's `availableSpellCheckerLanguages`)
 * @returns of each language that was chosen the best variant there is; none for `off`
 */
export function spellingLanguages(choice: Preferences['spelling'], available: readonly string[]): readonly string[] {
  const chosen = choice === 'both' ? (['en', 'fr'] as const) : choice === 'off' ? [] : [choice];
  return chosen.flatMap((language) => VARIANTS[language].find((variant) => available.includes(variant)) ?? []);
}
