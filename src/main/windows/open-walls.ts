import { z } from 'zod';
import type { SettingsStore } from '../storage/settings-store.ts';

const wallSchema = z.object({
  tenant: z.string().min(1).max(200),
  display: z.string().min(1).max(40),
  kiosk: z.boolean().default(false),
});
export type OpenWall = z.infer<typeof wallSchema>;

const sectionSchema = z.object({ open: z.array(wallSchema).max(24) });

/** Which walls stand on which displays, so that they stand there again after a restart, a power cut or a crash. */
export interface OpenWalls {
  all(): readonly OpenWall[];
  /** A wall was opened, or fills its screen now, or not any more. */
  put(wall: OpenWall): void;
  /** The operator closed it. */
  drop(wall: Pick<OpenWall, 'tenant' | 'display'>): void;
}

export function openWalls(settings: SettingsStore): OpenWalls {
  const section = settings.section('open-walls', sectionSchema, { open: [] });
  const others = ({ tenant, display }: Pick<OpenWall, 'tenant' | 'display'>): OpenWall[] =>
    section.get().open.filter((wall) => wall.tenant !== tenant || wall.display !== display);
  return {
    all: () => section.get().open,
    put: (wall) => section.set({ open: [...others(wall), wall].slice(-24) }),
    drop: (wall) => section.set({ open: others(wall) }),
  };
}
