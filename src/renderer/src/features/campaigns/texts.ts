import { defineTexts } from '../../i18n/define-texts.ts';
import { heldTexts } from './texts/held-texts.ts';

/** The words of campaigns, their contacts, do-not-call, breakers and the panic key. */
export const texts = defineTexts({
  en: { held: heldTexts.en },
  fr: { held: heldTexts.fr },
});
