import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { ConversationLink } from '../../../shared/models/deep-link.ts';
import type { DisplayView } from '../../../shared/models/wall.ts';
import type { WallLayouts } from '../../windows/wall-layouts.ts';
import { valueSource } from '../value-source.ts';

/** What these handlers need of the windows; `app/windows.ts` in the console. */
export interface WindowsPort {
  tearOff(link: ConversationLink): void;
  goTo(link: ConversationLink): void;
  openWall(tenant: string, display: string): void;
  setKiosk(tenant: string, display: string, on: boolean): void;
  isKiosk(tenant: string, display: string): boolean;
  onKiosk(listener: () => void): () => void;
}

/** Handlers of the `windows` group. */
export function windowsHandlers(
  windows: WindowsPort,
  layouts: WallLayouts,
  displays: () => readonly DisplayView[],
): Handlers['windows'] {
  const changed = new Set<() => void>();
  return {
    tearOff: ({ tenant, id }) => windows.tearOff({ tenant, id }),
    goTo: ({ tenant, id, message }) => windows.goTo({ tenant, id, ...(message === undefined ? {} : { message }) }),
    displays: () => displays(),
    openWall: ({ tenant, display }) => windows.openWall(tenant, display),
    setKiosk: ({ tenant, display, on }) => windows.setKiosk(tenant, display, on),
    wall: ({ tenant, display }, tell) =>
      valueSource(
        () => ({ layout: layouts.get(tenant, display), kiosk: windows.isKiosk(tenant, display) }),
        (listener) => {
          const ends = [windows.onKiosk(listener), () => changed.delete(listener)];
          changed.add(listener);
          return () => {
            for (const end of ends) end();
          };
        },
        tell,
      ),
    setWall: ({ tenant, display, layout }) => {
      layouts.set(tenant, display, layout);
      for (const listener of changed) listener();
    },
  };
}
