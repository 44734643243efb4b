import { z } from 'zod';

/** What one operator likes; kept on this machine, never secret. */
export const preferencesSchema = z.object({
  theme: z.enum(['system', 'dark', 'light']).default('system'),
  language: z.enum(['system', 'en', 'fr']).default('system'),
  density: z.enum(['compact', 'normal', 'comfortable']).default('normal'),
  /** Send a reply with Enter, or only with Ctrl/Cmd-Enter. */
  sendWith: z.enum(['enter', 'mod-enter']).default('enter'),
  railCollapsed: z.boolean().default(false),
  detailWidth: z.number().int().min(320).max(900).default(400),
  /** What an open conversation shows above its transcript. */
  detailPane: z.enum(['graph', 'path', 'mood', 'none']).default('graph'),
  lastTenant: z.string().max(200).default(''),
});
export type Preferences = z.infer<typeof preferencesSchema>;
export const preferencesPatchSchema = z.object({
  theme: preferencesSchema.shape.theme.unwrap().optional(),
  language: preferencesSchema.shape.language.unwrap().optional(),
  density: preferencesSchema.shape.density.unwrap().optional(),
  sendWith: preferencesSchema.shape.sendWith.unwrap().optional(),
  railCollapsed: z.boolean().optional(),
  detailWidth: z.number().int().min(320).max(900).optional(),
  detailPane: preferencesSchema.shape.detailPane.unwrap().optional(),
  lastTenant: z.string().max(200).optional(),
});
export type PreferencesPatch = z.infer<typeof preferencesPatchSchema>;

export interface PreferencesView {
  readonly preferences: Preferences;
  /** Language in force after `system` was resolved. */
  readonly language: 'en' | 'fr';
  readonly problem?: 'settings-corrupt' | 'settings-write-failed';
}

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  readonly runtime: 'electron' | 'electron-chromium';
  readonly timeZone: string;
  readonly embeddedAvailable: boolean;
}
