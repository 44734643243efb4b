import { defineTexts } from './define-texts.ts';

/**
 * Words for every failure: what happened, what it means, what to do next. By code here;
 * finer reasons refine a code (reason-texts.ts).
 */
export const texts = defineTexts({
  en: {
    theInstance: 'the instance',
    permission: 'The instance asks for the permission “{{permission}}”, which your account lacks.',
    takenBy: '{{name}} has this conversation. Nothing you typed was lost.',
    operation: 'The operation “{{operation}}” is missing from the instance’s API description.',
    wait: 'It asked to wait {{value}} s before it is called again.',
    code: {
      'signed-out': {
        what: 'You are signed out',
        means: 'The instance no longer accepts this session. Your drafts are kept.',
        next: 'Sign in again to go on where you were.',
      },
      stale: {
        what: 'It changed before you acted',
        means: 'The conversation is no longer as it was on your screen, so nothing was done.',
        next: 'Look at it as it is now and decide again.',
      },
      conflict: {
        what: 'Someone else was first',
        means: 'Another person has this conversation. Nothing you typed was lost.',
        next: 'Talk to them, or wait until they hand it back.',
      },
      forbidden: {
        what: 'You may not do this',
        means: 'Your account lacks a permission that the instance asks for.',
        next: 'Ask the administrator of the tenant for access.',
      },
      'not-found': {
        what: 'It is not there',
        means: 'The instance does not know it any more, or never did.',
        next: 'Refresh the view. If it should be there, check the tenant and the connection.',
      },
      unavailable: {
        what: 'The instance does not offer this',
        means: 'The operation is missing from the instance’s API description.',
        next: 'Open the binding report to see what is missing, or bind it by hand there.',
      },
      saturated: {
        what: 'The instance is busy',
        means: 'It asked to be called less often. The console waits and goes on by itself.',
        next: 'Wait a moment before you try again.',
      },
      offline: {
        what: 'The instance cannot be reached',
        means: 'No answer came. What you see is the last known state.',
        next: 'Check the network. The console keeps trying.',
      },
      'unknown-outcome': {
        what: 'It is not known whether this took effect',
        means: 'It was sent once and the answer was lost. The console never sends it twice.',
        next: 'Look at the conversation itself before you act again.',
      },
      invalid: {
        what: 'The instance refused the request',
        means: 'Something in it was not acceptable.',
        next: 'Check what you entered and try again.',
      },
      cancelled: {
        what: 'Cancelled',
        means: 'It was stopped before it was finished. Nothing changed.',
        next: 'Start again when you are ready.',
      },
      internal: {
        what: 'The console failed',
        means: 'This is a fault of the console, not of what you did.',
        next: 'Try again. If it happens again, copy the detail and report it.',
      },
    },
  },
  fr: {
    theInstance: 'l’instance',
    permission: 'L’instance exige la permission « {{permission}} », qui manque à votre compte.',
    takenBy: '{{name}} a cette conversation. Rien de ce que vous avez écrit n’est perdu.',
    operation: 'L’opération « {{operation}} » est absente de la description de l’API de l’instance.',
    wait: 'Elle demande d’attendre {{value}} s avant un nouvel appel.',
    code: {
      'signed-out': {
        what: 'Vous êtes déconnecté',
        means: 'L’instance n’accepte plus cette session. Vos brouillons sont gardés.',
        next: 'Reconnectez-vous pour reprendre où vous étiez.',
      },
      stale: {
        what: 'La situation a changé avant votre geste',
        means: 'La conversation n’est plus telle que votre écran la montrait ; rien n’a donc été fait.',
        next: 'Regardez-la telle qu’elle est maintenant et décidez de nouveau.',
      },
      conflict: {
        what: 'Quelqu’un vous a devancé',
        means: 'Une autre personne a cette conversation. Rien de ce que vous avez écrit n’est perdu.',
        next: 'Parlez-lui, ou attendez qu’elle rende la conversation.',
      },
      forbidden: {
        what: 'Vous n’y êtes pas autorisé',
        means: 'Il manque à votre compte une permission que l’instance exige.',
        next: 'Demandez l’accès à l’administrateur du locataire.',
      },
      'not-found': {
        what: 'Introuvable',
        means: 'L’instance ne le connaît plus, ou ne l’a jamais connu.',
        next: 'Actualisez la vue. Si cela devrait exister, vérifiez le locataire et la connexion.',
      },
      unavailable: {
        what: 'L’instance n’offre pas cette fonction',
        means: 'L’opération est absente de la description de l’API de l’instance.',
        next: 'Ouvrez le rapport de liaison pour voir ce qui manque, ou liez-la à la main.',
      },
      saturated: {
        what: 'L’instance est débordée',
        means: 'Elle demande moins d’appels. La console attend et reprend d’elle-même.',
        next: 'Patientez un moment avant de réessayer.',
      },
      offline: {
        what: 'L’instance est injoignable',
        means: 'Aucune réponse n’est venue. Vous voyez le dernier état connu.',
        next: 'Vérifiez le réseau. La console continue d’essayer.',
      },
      'unknown-outcome': {
        what: 'On ne sait pas si cela a pris effet',
        means: 'Ce fut envoyé une fois et la réponse s’est perdue. La console n’envoie jamais deux fois.',
        next: 'Regardez la conversation elle-même avant d’agir de nouveau.',
      },
      invalid: {
        what: 'L’instance a refusé la demande',
        means: 'Quelque chose n’y était pas acceptable.',
        next: 'Vérifiez votre saisie et réessayez.',
      },
      cancelled: {
        what: 'Annulé',
        means: 'L’action a été arrêtée avant la fin. Rien n’a changé.',
        next: 'Recommencez quand vous serez prêt.',
      },
      internal: {
        what: 'La console a eu une défaillance',
        means: 'La faute est à la console, pas à ce que vous avez fait.',
        next: 'Réessayez. Si cela se répète, copiez le détail et signalez-le.',
      },
    },
  },
});
