import type { CannedReply } from './views.ts';

/** What a tenant has until its operator writes their own: plain sentences that promise nothing. */
export const DEFAULT_REPLIES: readonly CannedReply[] = [
  {
    id: 'default-hello',
    title: 'Hello · Bonjour',
    en: 'Hello {contact}, this is {agent} from {tenant}. I have read the conversation and will help you from here.',
    fr: 'Bonjour {contact}, ici {agent}, chez {tenant}. J’ai lu la conversation et je prends la suite.',
  },
  {
    id: 'default-moment',
    title: 'One moment · Un instant',
    en: 'Thank you for your patience. I am looking into it and will write again shortly.',
    fr: 'Merci de votre patience. Je vérifie et je vous réécris sous peu.',
  },
  {
    id: 'default-details',
    title: 'More details · Plus de détails',
    en: 'Could you tell me a little more about what happened, and when?',
    fr: 'Pourriez-vous m’en dire un peu plus sur ce qui s’est passé, et à quel moment ?',
  },
  {
    id: 'default-apology',
    title: 'Apology · Excuses',
    en: 'I am sorry about this. Let me see what we can do.',
    fr: 'Toutes nos excuses pour ce qui s’est passé. Voyons ce que nous pouvons faire.',
  },
  {
    id: 'default-goodbye',
    title: 'Anything else · Autre chose',
    en: 'Is there anything else I can help you with today?',
    fr: 'Y a-t-il autre chose que je puisse faire pour vous aujourd’hui ?',
  },
];
