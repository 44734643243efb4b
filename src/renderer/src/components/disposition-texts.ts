import { defineTexts } from '../i18n/define-texts.ts';

/** How a call of a campaign ended. */
export const texts = defineTexts({
  en: {
    completed: 'Completed',
    abandoned: 'Abandoned',
    failed: 'Failed',
    'human-handoff': 'Human handoff',
    'no-answer': 'No answer',
    busy: 'Busy',
    'answering-machine-message-left': 'Machine, message left',
    'answering-machine-no-message': 'Machine, no message',
    unsubscribed: 'Unsubscribed',
  },
  fr: {
    completed: 'Terminé',
    abandoned: 'Abandonné',
    failed: 'Échoué',
    'human-handoff': 'Transfert à une personne',
    'no-answer': 'Pas de réponse',
    busy: 'Occupé',
    'answering-machine-message-left': 'Répondeur, message laissé',
    'answering-machine-no-message': 'Répondeur, sans message',
    unsubscribed: 'Désabonné',
  },
});
