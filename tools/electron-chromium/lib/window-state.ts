/** Size and state of a window in Chromium. */
import { browserSession, headless, type Page } from './browser.ts';

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Shown {
  readonly isVisible: boolean;
  readonly isMinimized: boolean;
  readonly isMaximized: boolean;
  readonly isFullScreen: boolean;
}

function stateOf(shown: Shown): 'normal' | 'minimized' | 'maximized' | 'fullscreen' {
  // A hidden window is the nearest thing to no window.
  if (!shown.isVisible || shown.isMinimized) return 'minimized';
  if (shown.isFullScreen) return 'fullscreen';
  return shown.isMaximized ? 'maximized' : 'normal';
}

async function windowOf({ targetId }: Page): Promise<number> {
  const browser = await browserSession();
  return (await browser.send('Browser.getWindowForTarget', { targetId })).windowId;
}

/** Sets the size of a window's page, exactly, with or without a display. */
export async function applySize(page: Page, { width, height }: Bounds): Promise<void> {
  const browser = await browserSession();
  await browser.send('Browser.setContentsSize', { windowId: await windowOf(page), width, height });
}

/** Moves a real window. */
export async function applyPosition(page: Page, { x: left, y: top }: Bounds): Promise<void> {
  if (headless) return;
  const browser = await browserSession();
  await browser.send('Browser.setWindowBounds', { windowId: await windowOf(page), bounds: { left, top } });
}

/** Shows, hides or enlarges a real window; without a display only the application's own notes change. */
export async function applyState(page: Page, shown: Shown): Promise<void> {
  if (headless) return;
  const browser = await browserSession();
  const windowId = await windowOf(page);
  const windowState = stateOf(shown);
  const { bounds } = await browser.send('Browser.getWindowBounds', { windowId });
  if (bounds.windowState === windowState) return;
  // Every state is reached from the normal one only.
  if (bounds.windowState !== 'normal')
    await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  if (windowState !== 'normal') await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
}
