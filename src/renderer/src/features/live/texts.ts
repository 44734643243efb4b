import { defineTexts } from '../../i18n/define-texts.ts';

/** The words of Live View. */
export const texts = defineTexts({
  en: { title: 'Live View' },
  fr: { title: 'Vue en direct' },
});
