import type { Assignment } from '../../shared/models/inbox.ts';
import type { AlertLanguage } from '../alerts/words.ts';
import { showNotice } from './show-notice.ts';

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
  const words = WORDS[language];
  showNotice({ title: words.title, body: state === 'ringing' ? words.rings : words.given, onClick: open });
}
