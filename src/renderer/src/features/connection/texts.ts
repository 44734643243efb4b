import { defineTexts } from '../../i18n/define-texts.ts';

export const texts = defineTexts({ en: { title: '' }, fr: { title: '' } });
