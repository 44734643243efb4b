import { app, Menu, Tray } from 'electron';
import type { Alerts, OutsideGlance } from '../alerts/alerts.ts';
import type { AlertWords } from '../alerts/words.ts';
import { dotImage } from './dot-image.ts';
import type { Windows } from './windows.ts';

/** Nothing outside of the windows changes more often; a menu that moves under the pointer cannot be used. */
const PACE_MS = 2_000;

/**
 * The tray's menu with the worst five and the count on the dock or taskbar, kept up to date.
 * @param panic pauses every dispatcher.
 * @returns how to take both away.
 */
export function showGlance(alerts: Alerts, windows: Windows, words: () => AlertWords, panic: () => void): () => void {
  const calm = dotImage(0x4c, 0x8d, 0xff);
  const alarmed = dotImage(0xe5, 0x48, 0x4d);
  // A desktop without a tray still has the badge and the notifications.
  const tray = createTray(calm);
  let shown = '';
  let timer: NodeJS.Timeout | undefined;

  const draw = (): void => {
    timer = undefined;
    const glance = alerts.glance();
    const say = words();
    const signature = JSON.stringify([glance.open, say.open, glance.worst.map(({ row }) => [row.id, say.worst(row)])]);
    if (signature === shown) return;
    shown = signature;
    app.setBadgeCount(glance.open);
    if (process.platform === 'win32') {
      windows
        .main()
        ?.setOverlayIcon(glance.open === 0 ? null : alarmed, glance.open === 0 ? '' : say.inbox(glance.open));
    }
    tray?.setImage(glance.open === 0 ? calm : alarmed);
    tray?.setToolTip(glance.open === 0 ? 'Dialai Console' : say.inbox(glance.open));
    tray?.setContextMenu(menu(glance, windows, say, panic));
  };
  const soon = (): void => {
    timer ??= setTimeout(draw, PACE_MS);
  };
  tray?.on('click', () => windows.focus());
  draw();
  const end = alerts.subscribe(soon);
  return () => {
    end();
    clearTimeout(timer);
    tray?.destroy();
  };
}

function createTray(image: Electron.NativeImage): Tray | undefined {
  try {
    return new Tray(image);
  } catch {
    return undefined;
  }
}

function menu({ worst, open }: OutsideGlance, windows: Windows, words: AlertWords, panic: () => void): Menu {
  return Menu.buildFromTemplate([
    ...(worst.length === 0
      ? [{ label: words.calm, enabled: false }]
      : worst.map(({ tenant, row }) => ({
          label: words.worst(row),
          click: () => windows.goTo({ tenant, id: row.id }),
        }))),
    { type: 'separator' },
    { label: words.inbox(open), click: () => windows.goToRoute('/alerts') },
    { label: words.panic, click: panic },
    { label: words.show, click: () => windows.focus() },
    { label: words.quit, click: () => app.quit() },
  ]);
}
