import { defineTexts } from '../i18n/define-texts.ts';

/** Whose clock a time is by. */
export const texts = defineTexts({
  en: {
    contact: 'contact',
    tenant: 'tenant',
    you: 'you',
    forward: '{{zone}}: clocks go {{hours}} h forward at {{time}}. Calling windows follow them.',
    backward: '{{zone}}: clocks go {{hours}} h back at {{time}}. Calling windows follow them.',
    ahead: 'The instance’s clock is {{time}} ahead of this computer’s. Its times are by its own clock.',
    behind: 'The instance’s clock is {{time}} behind this computer’s. Its times are by its own clock.',
  },
  fr: {
    contact: 'contact',
    tenant: 'locataire',
    you: 'vous',
    forward: '{{zone}} : les horloges avancent de {{hours}} h à {{time}}. Les plages d’appel les suivent.',
    backward: '{{zone}} : les horloges reculent de {{hours}} h à {{time}}. Les plages d’appel les suivent.',
    ahead:
      'L’horloge de l’instance avance de {{time}} sur celle de cet ordinateur. Ses heures sont à sa propre horloge.',
    behind:
      'L’horloge de l’instance retarde de {{time}} sur celle de cet ordinateur. Ses heures sont à sa propre horloge.',
  },
});
