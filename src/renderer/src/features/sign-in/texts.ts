import { defineTexts } from '../../i18n/define-texts.ts';

export const texts = defineTexts({
  en: {
    title: 'Sign in to Dialai',
    intro: 'Watch live conversations and step in when a person is needed.',
    signIn: 'Sign in with the browser',
    pasteInstead: 'Paste a token instead',
    pasteTitle: 'Sign in with a token',
    pasteText:
      'For a service account, or when the browser cannot be used. The token goes to the console’s main process, is kept in memory only and cannot be renewed.',
    pasteField: 'Access token (JWT)',
    pasteAction: 'Sign in with this token',
    waitingTitle: 'Signing in',
    steps: {
      discovering: 'Find the sign-in service',
      'waiting-for-browser': 'Sign in in the browser',
      'exchanging-code': 'Receive the session',
      'loading-tenants': 'Look up your tenants',
      'loading-operations': 'Read what the instance offers',
    },
    stepDone: 'done',
    stepNow: 'now',
    browserText: 'Your browser has opened a sign-in page. Finish there; this window notices by itself.',
    browserClosed: 'Closed the page by mistake? Open it again: the same sign-in goes on.',
    openAgain: 'Open the page again',
    timeLeft: '{{time}} left',
    cancel: 'Cancel sign-in',
    language: 'Language',
  },
  fr: {
    title: 'Se connecter à Dialai',
    intro: 'Suivez les conversations en direct et intervenez quand il faut une personne.',
    signIn: 'Se connecter par le navigateur',
    pasteInstead: 'Coller plutôt un jeton',
    pasteTitle: 'Se connecter avec un jeton',
    pasteText:
      'Pour un compte de service, ou lorsque le navigateur ne peut pas servir. Le jeton va au processus principal de la console, reste en mémoire seulement et ne peut pas être renouvelé.',
    pasteField: 'Jeton d’accès (JWT)',
    pasteAction: 'Se connecter avec ce jeton',
    waitingTitle: 'Connexion en cours',
    steps: {
      discovering: 'Trouver le service d’identification',
      'waiting-for-browser': 'S’identifier dans le navigateur',
      'exchanging-code': 'Recevoir la session',
      'loading-tenants': 'Chercher vos locataires',
      'loading-operations': 'Lire ce que l’instance offre',
    },
    stepDone: 'fait',
    stepNow: 'en cours',
    browserText:
      'Votre navigateur a ouvert une page d’identification. Terminez-y ; cette fenêtre le remarquera d’elle-même.',
    browserClosed: 'Page fermée par mégarde ? Rouvrez-la : la même connexion continue.',
    openAgain: 'Rouvrir la page',
    timeLeft: 'encore {{time}}',
    cancel: 'Annuler la connexion',
    language: 'Langue',
  },
});
