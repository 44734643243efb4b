import { defineTexts } from '../i18n/define-texts.ts';

/** The button in the top bar that pauses every dispatcher. */
export const texts = defineTexts({
  en: {
    press: 'Pause all dispatchers',
    short: 'Pause all',
    ask: 'Pause all dispatchers?',
    means_one: 'Every dispatcher of {{count}} tenant stops placing calls now.',
    means_other: 'Every dispatcher of {{count}} tenants stops placing calls now.',
    calls: 'Calls in progress go on to their end.',
    later: 'What this pauses is remembered, and can be resumed later: exactly that and nothing else.',
    do: 'Pause all now',
    pausing: 'Pausing all dispatchers',
    left_one: '{{count}} paused by panic',
    left_other: '{{count}} paused by panic',
    leftHint: 'Look at what was paused, and resume it',
  },
  fr: {
    press: 'Suspendre tous les répartiteurs',
    short: 'Tout suspendre',
    ask: 'Suspendre tous les répartiteurs ?',
    means_one: 'Tous les répartiteurs de {{count}} locataire cessent d’appeler maintenant.',
    means_other: 'Tous les répartiteurs de {{count}} locataires cessent d’appeler maintenant.',
    calls: 'Les appels en cours vont jusqu’à leur fin.',
    later: 'Ce qui est ainsi suspendu est noté et peut être repris plus tard : exactement cela et rien d’autre.',
    do: 'Tout suspendre maintenant',
    pausing: 'Suspension de tous les répartiteurs',
    left_one: '{{count}} suspendu en urgence',
    left_other: '{{count}} suspendus en urgence',
    leftHint: 'Voir ce qui a été suspendu, et le reprendre',
  },
});
