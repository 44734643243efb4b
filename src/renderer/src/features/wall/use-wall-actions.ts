import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WallLayout, WallView } from '../../../../shared/models/wall.ts';
import { WALL_IN_WINDOW } from '../../../../shared/models/wall-size.ts';
import { useActions } from '../../actions/offered.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { displaysQuery } from '../../lib/walls.ts';
import { displayWords, TILE_COUNTS } from './wall-choices.ts';

const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');

/** Offers how many tiles, in which order, on which screen, also while the controls are hidden. */
export function useWallActions(
  tenant: string,
  display: string,
  view: WallView,
  save: (layout: WallLayout) => void,
): void {
  const { t } = useTranslation('wall');
  const { layout, kiosk } = view;
  const inWindow = display === WALL_IN_WINDOW;
  const displays = useQuery({ ...displaysQuery, enabled: inWindow }).data ?? [];
  const group = 'page';
  useActions(() => [
    ...(inWindow
      ? displays.map((one, at) => ({
          id: `wall:on:${one.id}` as const,
          label: t('onDisplay', { display: displayWords(one, at, t) }),
          group: 'page' as const,
          run: () => void call((api) => api.windows.openWall({ tenant, display: one.id })).catch(tell),
        }))
      : [
          {
            id: 'wall.kiosk',
            group,
            run: () => void call((api) => api.windows.setKiosk({ tenant, display, on: !kiosk })).catch(tell),
          } as const,
        ]),
    ...TILE_COUNTS.map((tiles) => ({
      id: `wall:tiles:${tiles}` as const,
      label: t('tilesAre', { count: tiles }),
      group: 'page' as const,
      disabledReason: layout.tiles === tiles ? t('isSo') : undefined,
      run: () => save({ ...layout, tiles }),
    })),
    ...(['worst', 'pinned'] as const).map((order) => ({
      id: `wall:order:${order}` as const,
      label: t(order === 'worst' ? 'orderWorst' : 'orderPinned'),
      group: 'page' as const,
      disabledReason: layout.order === order ? t('isSo') : undefined,
      run: () => save({ ...layout, order }),
    })),
  ]);
}
