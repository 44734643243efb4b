import { defineTexts } from '../../i18n/define-texts.ts';
import { en } from './texts-en.ts';
import { fr } from './texts-fr.ts';

/** The words of a campaign's contacts. */
export const texts = defineTexts({ en, fr });
