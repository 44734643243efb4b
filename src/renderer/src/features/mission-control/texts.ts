import { defineTexts } from '../../i18n/define-texts.ts';
import { en } from './texts-en.ts';
import { fr } from './texts-fr.ts';

/** Words of Mission Control. */
export const texts = defineTexts({ en, fr });
