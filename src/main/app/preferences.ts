import {
  type Preferences,
  type PreferencesPatch,
  type PreferencesView,
  preferencesSchema,
} from '../../shared/models/preferences.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** The operator's preferences with the language resolved; changes reach every window. */
export interface PreferencesService {
  view(): PreferencesView;
  change(patch: PreferencesPatch): void;
  subscribe(listener: () => void): () => void;
}

/** @param systemLanguages the OS's preferred languages, best first (BCP 47). */
export function createPreferences(store: SettingsStore, systemLanguages: readonly string[]): PreferencesService {
  const section = store.section('preferences', preferencesSchema, preferencesSchema.parse({}));
  return {
    view() {
      const preferences = section.get();
      const problem = store.problem();
      const language = languageInForce(preferences, systemLanguages);
      return problem === undefined ? { preferences, language } : { preferences, language, problem };
    },
    change(patch) {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      section.set({ ...section.get(), ...Object.fromEntries(given) });
    },
    subscribe: (listener) => store.subscribe(listener),
  };
}

/** English unless the operator or, where they left it open, the OS prefers French first. */
function languageInForce(preferences: Preferences, systemLanguages: readonly string[]): 'en' | 'fr' {
  if (preferences.language !== 'system') return preferences.language;
  const first = systemLanguages.find((tag) => /^(en|fr)\b/i.test(tag));
  return first?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}
