import { defineTexts } from '../i18n/define-texts.ts';

/** Whose clock a time is by. */
export const texts = defineTexts({
  en: { contact: 'contact', tenant: 'tenant', you: 'you' },
  fr: { contact: 'contact', tenant: 'locataire', you: 'vous' },
});
