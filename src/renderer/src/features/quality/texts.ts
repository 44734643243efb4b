import { defineTexts } from '../../i18n/define-texts.ts';
import { textsEn } from './texts-en.ts';
import { textsFr } from './texts-fr.ts';

/** Words of the quality review. */
export const texts = defineTexts({ en: textsEn, fr: textsFr });
