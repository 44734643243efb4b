import type { SettingsStore } from '../settings-store.ts';

/** Settings in memory. @param content what another version, or an earlier run, may have stored */
export function memorySettings(content: Record<string, unknown> = {}): SettingsStore {
  return {
    path: '',
    problem: () => undefined,
    subscribe: () => () => undefined,
    section: (name, schema, fallback) => ({
      get: () => {
        const parsed = schema.safeParse(content[name]);
        return parsed.success ? parsed.data : fallback;
      },
      set: (value) => {
        content[name] = value;
      },
      stored: () => content[name] !== undefined,
    }),
  };
}
