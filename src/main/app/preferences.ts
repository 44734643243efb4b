import { FailureError } from '../../shared/models/failure.ts';
import {
  type Policy,
  type Preferences,
  type PreferencesPatch,
  type PreferencesView,
  policySchema,
  preferencesSchema,
} from '../../shared/models/preferences.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** The operator's preferences with the language resolved; changes reach every window. */
export interface PreferencesService {
  view(): PreferencesView;
  change(patch: PreferencesPatch): void;
  /** Told when the view differs from what it was. Returns its end. */
  subscribe(listener: () => void): () => void;
}

/**
 * @param systemLanguages the OS's preferred languages, best first (BCP 47).
 * @param policy what is decided for the fleet; it wins over what the operator kept.
 */
export function createPreferences(
  store: SettingsStore,
  systemLanguages: readonly string[],
  policy: Policy = {},
): PreferencesService {
  const section = store.section('preferences', preferencesSchema, preferencesSchema.parse({}));
  const decided = Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined));
  const locked = policySchema.keyof().options.filter((key) => key in decided);
  const view = (): PreferencesView => {
    const preferences = { ...section.get(), ...decided };
    const problem = store.problem();
    const language = languageInForce(preferences, systemLanguages);
    return { preferences, language, locked, ...(problem === undefined ? {} : { problem }) };
  };
  return {
    view,
    /** @throws FailureError `forbidden` for what is decided for the fleet. */
    change(patch) {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      if (given.some(([key]) => key in decided)) {
        throw new FailureError('forbidden', 'This is decided by whoever manages this computer', { reason: 'managed' });
      }
      section.set({ ...section.get(), ...Object.fromEntries(given) });
    },
    subscribe(listener) {
      // Where windows stand is kept in the same settings: that a window was moved must not draw all of them anew.
      let told = JSON.stringify(view());
      return store.subscribe(() => {
        const now = JSON.stringify(view());
        if (now === told) return;
        told = now;
        listener();
      });
    },
  };
}

/** English unless the operator or, where they left it open, the OS prefers French first. */
function languageInForce(preferences: Preferences, systemLanguages: readonly string[]): 'en' | 'fr' {
  if (preferences.language !== 'system') return preferences.language;
  const first = systemLanguages.find((tag) => /^(en|fr)\b/i.test(tag));
  return first?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}
