import { type Session, session as sessions } from 'electron';
import type { Log } from '../storage/log.ts';
import { offerContextMenus } from './context-menu.ts';
import type { PreferencesService } from './preferences.ts';
import { spellingLanguages } from './spelling-languages.ts';

type Speller = Pick<Session, 'availableSpellCheckerLanguages' | 'setSpellCheckerLanguages' | 'setSpellCheckerEnabled'>;

/** Helps with what is written in every window: spelling, and a menu on a right click. Call it before the first window; returns how to end it. */
export function helpWriting(preferences: PreferencesService, log: Log): () => void {
  offerContextMenus(() => preferences.view().language);
  return checkSpelling(sessions.defaultSession, preferences, log);
}

/**
 * Has what is written checked by the platform's spell checker, in the languages that the operator chose. On macOS the system
 * finds out the language by itself; there only on and off count.
 * @returns how to end it
 */
function checkSpelling(session: Speller, preferences: PreferencesService, log: Log): () => void {
  let last: string | undefined;
  const apply = (): void => {
    const { spelling } = preferences.view().preferences;
    if (spelling === last) return;
    last = spelling;
    const languages = spellingLanguages(spelling, session.availableSpellCheckerLanguages);
    try {
      session.setSpellCheckerEnabled(spelling !== 'off');
      if (languages.length > 0) session.setSpellCheckerLanguages([...languages]);
    } catch (thrown) {
      // Writing goes on without corrections.
      log.warn('the spell checker refused its languages', { kind: thrown instanceof Error ? thrown.name : 'unknown' });
    }
  };
  apply();
  return preferences.subscribe(apply);
}
