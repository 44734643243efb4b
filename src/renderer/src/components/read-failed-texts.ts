import { defineTexts } from '../i18n/define-texts.ts';

/** Why a view cannot be had. */
export const texts = defineTexts({
  en: {
    again: 'Try again',
    forbiddenTitle: 'You may not see this',
    forbidden: 'Your roles in this tenant lack a permission. Whoever manages roles there can give it.',
    forbiddenScope: 'Your roles in this tenant lack the permission {{scope}}. Whoever manages roles there can give it.',
    unavailableTitle: 'This instance does not offer it',
    unavailable: 'The console looks for the operation {{operation}} and found none, or cannot read its answer.',
    report: 'Open the API report',
  },
  fr: {
    again: 'Réessayer',
    forbiddenTitle: 'Vous ne pouvez pas voir ceci',
    forbidden: 'Il manque une permission à vos rôles chez ce locataire. Qui y gère les rôles peut la donner.',
    forbiddenScope:
      'Il manque la permission {{scope}} à vos rôles chez ce locataire. Qui y gère les rôles peut la donner.',
    unavailableTitle: 'Cette instance ne l’offre pas',
    unavailable: 'La console cherche l’opération {{operation}} et n’en a pas trouvé, ou ne peut pas lire sa réponse.',
    report: 'Ouvrir le rapport d’API',
  },
});
