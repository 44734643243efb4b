import { archiveReasons } from './archive-reason-texts.ts';
import { campaignReasons } from './campaign-reason-texts.ts';
import { defineTexts } from './define-texts.ts';
import { manifestReasons } from './manifest-reason-texts.ts';

/** Words for the reasons of failures that need a screen first; fetched once the window stands (see failure-words.ts). */
export const texts = defineTexts({
  en: { ...archiveReasons.en, ...campaignReasons.en, ...manifestReasons.en },
  fr: { ...archiveReasons.fr, ...campaignReasons.fr, ...manifestReasons.fr },
});
