import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

/** What the menu of a right click can do; given by the wiring. */
export interface ContextMenuDeeds {
  readonly replace: (correction: string) => void;
  readonly learn: (word: string) => void;
}

type Asked = Pick<
  ContextMenuParams,
  'misspelledWord' | 'dictionarySuggestions' | 'isEditable' | 'selectionText' | 'editFlags'
>;

const WORDS = {
  en: {
    none: 'No correction found',
    learn: (word: string) => `Add “${word}” to the dictionary`,
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    all: 'Select all',
  },
  fr: {
    none: 'Aucune correction trouvée',
    learn: (word: string) => `Ajouter « ${word} » au dictionnaire`,
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    all: 'Tout sélectionner',
  },
} as const;
const MOST_CORRECTIONS = 6;

/** The menu of a right click: corrections of a misspelled word, and the editing that is possible there. Empty where nothing is. */
export function contextMenuTemplate(
  asked: Asked,
  language: 'en' | 'fr',
  deeds: ContextMenuDeeds,
): readonly MenuItemConstructorOptions[] {
  const words = WORDS[language];
  const { misspelledWord, dictionarySuggestions, isEditable, selectionText, editFlags } = asked;
  const corrections: readonly MenuItemConstructorOptions[] =
    misspelledWord === ''
      ? []
      : [
          ...(dictionarySuggestions.length === 0 ? [{ label: words.none, enabled: false }] : []),
          ...dictionarySuggestions
            .slice(0, MOST_CORRECTIONS)
            .map((correction) => ({ label: correction, click: () => deeds.replace(correction) })),
          { type: 'separator' },
          { label: words.learn(misspelledWord), click: () => deeds.learn(misspelledWord) },
          { type: 'separator' },
        ];
  if (isEditable) {
    return [
      ...corrections,
      { role: 'cut', label: words.cut, enabled: editFlags.canCut },
      { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: words.all, enabled: editFlags.canSelectAll },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy', label: words.copy, enabled: editFlags.canCopy }];
}
