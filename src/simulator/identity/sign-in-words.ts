import type { PageLanguage } from './html-page.ts';

interface SignInWords {
  readonly signIn: string;
  readonly purpose: string;
  readonly accounts: string;
  readonly otherAccount: string;
  readonly email: string;
  readonly go: string;
  readonly deny: string;
  readonly unknownAccount: string;
  readonly consent: string;
  readonly consentPurpose: string;
  readonly allow: string;
  readonly signedOut: string;
  readonly signOutQuestion: string;
  readonly signOut: string;
  readonly expired: string;
  readonly expiredHelp: string;
  readonly refused: string;
  readonly otherLanguage: string;
}

export const words: Readonly<Record<PageLanguage, SignInWords>> = {
  en: {
    signIn: 'Sign in to Dialai',
    purpose: 'Demo instance: choose an account, no password needed.',
    accounts: 'Demo accounts',
    otherAccount: 'Another account',
    email: 'E-mail',
    go: 'Sign in',
    deny: 'Do not sign in',
    unknownAccount: 'No account has this e-mail.',
    consent: 'Allow Dialai Console?',
    consentPurpose: 'It asks to see your name and e-mail, and to stay signed in.',
    allow: 'Allow',
    signedOut: 'You are signed out',
    signOutQuestion: 'Sign out of Dialai?',
    signOut: 'Sign out',
    expired: 'This sign-in has ended',
    expiredHelp: 'Go back to the application and start again.',
    refused: 'The request was refused',
    otherLanguage: 'Français',
  },
  fr: {
    signIn: 'Ouvrir une session Dialai',
    purpose: 'Instance de démonstration : choisissez un compte, aucun mot de passe requis.',
    accounts: 'Comptes de démonstration',
    otherAccount: 'Un autre compte',
    email: 'Courriel',
    go: 'Ouvrir la session',
    deny: 'Ne pas ouvrir de session',
    unknownAccount: 'Aucun compte ne porte ce courriel.',
    consent: 'Autoriser Dialai Console ?',
    consentPurpose: 'L’application demande à voir votre nom et votre courriel, et à garder la session ouverte.',
    allow: 'Autoriser',
    signedOut: 'Votre session est fermée',
    signOutQuestion: 'Fermer la session Dialai ?',
    signOut: 'Fermer la session',
    expired: 'Cette ouverture de session a pris fin',
    expiredHelp: 'Retournez à l’application et recommencez.',
    refused: 'La demande a été refusée',
    otherLanguage: 'English',
  },
};
