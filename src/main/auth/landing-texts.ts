export type LandingKind = 'success' | 'denied' | 'failed' | 'noise';
export type LandingLanguage = 'en' | 'fr';

interface LandingText {
  readonly title: string;
  readonly text: string;
}

/** The words of the landing page. `noise` is what a request that is not our answer gets. */
export const landingTexts: Readonly<Record<LandingLanguage, Readonly<Record<LandingKind, LandingText>>>> = {
  en: {
    success: {
      title: 'Go back to Dialai Console',
      text: 'It has your answer and completes the sign-in. You can close this tab.',
    },
    denied: {
      title: 'The sign-in was refused',
      text: 'Nothing was changed. Go back to Dialai Console to try again. You can close this tab.',
    },
    failed: {
      title: 'The sign-in did not work',
      text: 'Dialai Console tells why and what to do next. You can close this tab.',
    },
    noise: {
      title: 'This page is not part of a sign-in',
      text: 'If a sign-in is waiting, finish it in the tab that Dialai Console opened.',
    },
  },
  fr: {
    success: {
      title: 'Revenez à la console Dialai',
      text: 'Elle a reçu votre réponse et termine la connexion. Vous pouvez fermer cet onglet.',
    },
    denied: {
      title: 'La connexion a été refusée',
      text: 'Rien n’a été modifié. Revenez à la console Dialai pour réessayer. Vous pouvez fermer cet onglet.',
    },
    failed: {
      title: 'La connexion n’a pas abouti',
      text: 'La console Dialai indique pourquoi et que faire ensuite. Vous pouvez fermer cet onglet.',
    },
    noise: {
      title: 'Cette page ne fait pas partie d’une connexion',
      text: 'Si une connexion est en attente, terminez-la dans l’onglet ouvert par la console Dialai.',
    },
  },
};
