import { queryOptions } from '@tanstack/react-query';
import type { WallLayout } from '../../../shared/models/wall.ts';
import { call } from '../bridge/bridge.ts';

/** The screens of this computer; asked for anew each time, since they come and go. */
export const displaysQuery = queryOptions({
  queryKey: ['windows', 'displays'],
  queryFn: () => call((api) => api.windows.displays()),
  staleTime: 0,
});

/** What the wall of a display shows, whether it stands there now or not. @throws BridgeFailure */
export function wallLayoutOf(tenant: string, display: string): Promise<WallLayout> {
  let close: (() => void) | undefined;
  return call(
    (api) =>
      new Promise<Parameters<Parameters<typeof api.windows.wall>[1]>[0]>((resolve) => {
        close = api.windows.wall({ tenant, display }, resolve);
      }),
  )
    .then(({ layout }) => layout)
    .finally(() => close?.());
}
