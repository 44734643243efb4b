import { globalShortcut } from 'electron';
import { z } from 'zod';
import type { PanicKeys } from '../campaigns/panic/panic-handlers.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

const DEFAULT_KEYS = 'CommandOrControl+Alt+Shift+P';

/**
 * The panic key: a shortcut of the whole system, also while another program is in front. The system may have given the
 * keys to another program; then `works` says so. @param press what it does. @returns also how to give the keys back.
 */
export function panicKeys(settings: SettingsStore, press: () => void): PanicKeys & { close(): void } {
  const section = settings.section('panic', z.object({ keys: z.string().max(60) }), { keys: DEFAULT_KEYS });
  const listeners = new Set<() => void>();
  let works = false;

  const register = (): void => {
    const { keys } = section.get();
    try {
      works = keys !== '' && globalShortcut.register(keys, press);
    } catch {
      // Not the name of keys, or a desktop without such shortcuts.
      works = false;
    }
  };
  const unregister = (): void => {
    if (works) globalShortcut.unregister(section.get().keys);
  };
  register();

  return {
    current: () => section.get().keys,
    works: () => works,
    set(keys) {
      unregister();
      section.set({ keys });
      register();
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: unregister,
  };
}
