import type { Preferences, PreferencesPatch, PreferencesView } from '../../../../shared/models/preferences.ts';

/** What each part of the page gets. */
export interface PreferenceFields {
  readonly preferences: Preferences;
  readonly locked: PreferencesView['locked'];
  readonly set: (patch: PreferencesPatch) => void;
}
