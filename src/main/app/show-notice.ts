import { Notification, type NotificationConstructorOptions } from 'electron';

/** What one native notification says and does. */
export interface NativeNotice
  extends Pick<NotificationConstructorOptions, 'title' | 'body' | 'silent' | 'urgency' | 'timeoutType'> {
  readonly onClick: () => void;
  /** Buttons, where the system shows any. */
  readonly actions?: readonly { readonly text: string; readonly run: () => void }[];
}

/** As many as centres of notifications list; the oldest is let go for the next one. */
const MOST_KEPT = 100;

/**
 * Notifications that may still be clicked. A notification that nothing holds is collected, and its listeners with it. One
 * that the system closed by itself stays: some systems put it into a list where it is clicked hours later.
 */
const kept = new Set<Notification>();

/** Shows a native notification, where the system has any. The only place that makes one. @returns the way to take it back */
export function showNotice({ onClick, actions = [], ...what }: NativeNotice): () => void {
  if (!Notification.isSupported()) return () => undefined;
  const notification = new Notification({
    ...what,
    actions: actions.map(({ text }) => ({ type: 'button', text })),
  });
  const letGo = (): void => {
    kept.delete(notification);
  };
  notification.on('click', () => {
    letGo();
    onClick();
  });
  notification.on('action', (_event, index) => {
    letGo();
    actions[index]?.run();
  });
  notification.on('failed', letGo);
  for (const oldest of kept) {
    if (kept.size < MOST_KEPT) break;
    kept.delete(oldest);
  }
  kept.add(notification);
  notification.show();
  return () => {
    letGo();
    notification.close();
  };
}
