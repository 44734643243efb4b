import { Notification } from 'electron';
import type { Assignment } from '../../shared/models/inbox.ts';
import type { AlertLanguage } from '../alerts/words.ts';

const WORDS = {
  en: { title: 'Inbox', given: 'A conversation was given to you.', rings: 'A call rings for you.' },
  fr: {
    title: 'Boîte de réception',
    given: 'Une conversation vous est attribuée.',
    rings: 'Un appel sonne pour vous.',
  },
} as const;

/** Tells by a native notification what the router gave the operator; it names no customer. A click runs `open`. */
export function tellGiven({ state }: Assignment, language: AlertLanguage, open: () => void): void {
  if (!Notification.isSupported()) return;
  const words = WORDS[language];
  const notification = new Notification({ title: words.title, body: state === 'ringing' ? words.rings : words.given });
  notification.on('click', open);
  notification.show();
}
