import { z } from 'zod';

/** Far more than there are actions; a bound for what a page may ask to be kept. */
const MAX_SHORTCUTS = 300;

/** The views a window can begin with. */
export const START_VIEWS = ['mission-control', 'live', 'conversations', 'inbox', 'campaigns', 'alerts'] as const;
export type StartView = (typeof START_VIEWS)[number];

const fields = {
  theme: z.enum(['system', 'dark', 'light']),
  /** Stronger lines and text, on black or white. */
  contrast: z.enum(['system', 'more']),
  motion: z.enum(['system', 'reduced']),
  language: z.enum(['system', 'en', 'fr']),
  density: z.enum(['compact', 'normal', 'comfortable']),
  /** Send a reply with Enter, or only with Ctrl/Cmd-Enter. */
  sendWith: z.enum(['enter', 'mod-enter']),
  /** Languages in which the platform's spell checker looks at what is written. */
  spelling: z.enum(['off', 'en', 'fr', 'both']),
  /** What of a contact is hidden until it is held: nothing, numbers and addresses, or names too. */
  mask: z.enum(['none', 'numbers', 'all']),
  /** Seconds between two digests of the live list for screen readers; 0: none. */
  digestSeconds: z.number().int().min(0).max(600),
  /** Keys that the operator gave to actions, by the action's id; '' takes an action's key away. */
  shortcuts: z
    .record(z.string().min(1).max(60), z.string().max(30))
    .refine((keys) => Object.keys(keys).length <= MAX_SHORTCUTS),
  railCollapsed: z.boolean(),
  detailWidth: z.number().int().min(320).max(900),
  /** What an open conversation shows above its transcript. */
  detailPane: z.enum(['graph', 'path', 'mood', 'none']),
  lastTenant: z.string().max(200),
  /** What the console begins with: the view it was left at, or always the same. */
  startWith: z.enum(['last', ...START_VIEWS]),
};

/** What one operator likes; kept on this machine, never secret. */
export const preferencesSchema = z.object({
  theme: fields.theme.default('system'),
  contrast: fields.contrast.default('system'),
  motion: fields.motion.default('system'),
  language: fields.language.default('system'),
  density: fields.density.default('normal'),
  sendWith: fields.sendWith.default('enter'),
  spelling: fields.spelling.default('both'),
  mask: fields.mask.default('numbers'),
  digestSeconds: fields.digestSeconds.default(15),
  shortcuts: fields.shortcuts.default({}),
  railCollapsed: fields.railCollapsed.default(false),
  detailWidth: fields.detailWidth.default(400),
  detailPane: fields.detailPane.default('graph'),
  lastTenant: fields.lastTenant.default(''),
  startWith: fields.startWith.default('last'),
});
export type Preferences = z.infer<typeof preferencesSchema>;
export const preferencesPatchSchema = z.object(fields).partial();
export type PreferencesPatch = z.infer<typeof preferencesPatchSchema>;

/** What whoever manages the fleet may decide in the operator's place. */
export const policySchema = z.object({ mask: fields.mask }).partial();
export type Policy = z.infer<typeof policySchema>;

export interface PreferencesView {
  readonly preferences: Preferences;
  /** Language in force after `system` was resolved. */
  readonly language: 'en' | 'fr';
  /** What the operator cannot change because it is decided for the fleet. */
  readonly locked: readonly (keyof Policy)[];
  readonly problem?: 'settings-corrupt' | 'settings-write-failed';
}

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  readonly runtime: 'electron' | 'electron-chromium';
  readonly timeZone: string;
  readonly embeddedAvailable: boolean;
}
