/** What `context-menu` tells: where it was asked for, and what could be done there. No word is ever known to be misspelled. */

interface Asked {
  readonly x: number;
  readonly y: number;
  readonly isEditable: boolean;
  readonly selectionText: string;
}

/**
 * @param asked what the page saw
 * @param contents whose page it was
 */
export function contextMenuParams(asked: Asked, contents: { readonly mainFrame: unknown; getURL(): string }): object {
  const { isEditable, selectionText } = asked;
  const isSelected = selectionText !== '';
  return {
    ...asked,
    frame: contents.mainFrame,
    pageURL: contents.getURL(),
    frameURL: contents.getURL(),
    linkURL: '',
    linkText: '',
    srcURL: '',
    mediaType: 'none',
    titleText: '',
    altText: '',
    misspelledWord: '',
    dictionarySuggestions: [],
    spellcheckEnabled: isEditable,
    menuSourceType: 'mouse',
    editFlags: {
      canUndo: isEditable,
      canRedo: isEditable,
      canCut: isEditable && isSelected,
      canCopy: isSelected,
      canPaste: isEditable,
      canDelete: isEditable && isSelected,
      canSelectAll: true,
      canEditRichly: false,
    },
  };
}
