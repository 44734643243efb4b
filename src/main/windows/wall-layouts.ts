import { z } from 'zod';
import { type WallLayout, wallLayoutSchema } from '../../shared/models/wall.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

const sectionSchema = z.object({ byWall: z.record(z.string(), wallLayoutSchema) });

/** What each wall shows, by tenant and display; kept in the settings of this machine. */
export interface WallLayouts {
  get(tenant: string, display: string): WallLayout;
  set(tenant: string, display: string, layout: WallLayout): void;
}

export function wallLayouts(settings: SettingsStore): WallLayouts {
  const section = settings.section('walls', sectionSchema, { byWall: {} });
  const name = (tenant: string, display: string): string => `${tenant}/${display}`;
  return {
    get: (tenant, display) => section.get().byWall[name(tenant, display)] ?? wallLayoutSchema.parse({}),
    set: (tenant, display, layout) =>
      section.set({ byWall: { ...section.get().byWall, [name(tenant, display)]: layout } }),
  };
}
