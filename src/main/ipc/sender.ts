import { isOurPage } from '../security/our-page.ts';

/** The parts of Electron's IPC event that decide whether it may be answered; `senderFrame` is null once the frame is gone. */
export interface SenderEvent {
  readonly senderFrame: { readonly url: string; readonly parent: unknown; readonly isDestroyed?: () => boolean } | null;
}

/**
 * True when a message comes from the top frame of one of the console's own pages.
 * Electron security checklist 17; the frame's URL is compared by parsed parts, never by prefix.
 * @param origins pages that are ours: `app://console` and, in development, the dev server's origin.
 */
export function isTrustedSender(event: SenderEvent, origins: readonly string[]): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.isDestroyed?.() === true || frame.parent !== null) return false;
  return isOurPage(frame.url, origins);
}
