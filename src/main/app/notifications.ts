import type { Alert, ConversationAlert } from '../../shared/models/alert.ts';
import type { Notice } from '../alerts/notice-board.ts';
import type { AlertWords } from '../alerts/words.ts';
import { showNotice } from './show-notice.ts';

/** What a notification can do; given by the wiring. */
export interface NotificationDeeds {
  /** Opens a single conversation at its message, or the inbox for several. */
  readonly open: (alerts: readonly Alert[]) => void;
  readonly takeOver: (alert: ConversationAlert) => void;
  readonly snooze: (alerts: readonly Alert[]) => void;
}

/**
 * Shows one notice as a native notification: a click opens, its buttons take over and snooze where the system shows
 * buttons. It is silent for the system: sound and volume are the console's own. Returns the way to take it back.
 */
export function showNotification({ alerts }: Notice, words: AlertWords, deeds: NotificationDeeds): () => void {
  const [first] = alerts;
  if (first === undefined) return () => undefined;
  const single = alerts.length === 1;
  return showNotice({
    title: first.rule.name,
    body: words.body(alerts),
    silent: true,
    urgency: first.rule.severity === 'critical' ? 'critical' : 'normal',
    timeoutType: first.rule.severity === 'critical' ? 'never' : 'default',
    onClick: () => deeds.open(alerts),
    actions: [
      { text: words.open, run: () => deeds.open(alerts) },
      // Several cannot be taken over at once, and the first one alone would be a guess.
      ...(single && first.about === 'conversation' ? [{ text: words.takeOver, run: () => deeds.takeOver(first) }] : []),
      { text: words.snooze, run: () => deeds.snooze(alerts) },
    ],
  });
}
