import { expect, it } from 'vitest';
import { contextMenuTemplate } from './context-menu-template.ts';

const editFlags = {
  canUndo: true,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: true,
  canDelete: false,
  canSelectAll: true,
  canEditRichly: false,
};
const field = { misspelledWord: '', dictionarySuggestions: [], isEditable: true, selectionText: '', editFlags };
const labels = (template: ReturnType<typeof contextMenuTemplate>) =>
  template.map(({ label, type, enabled }) =>
    type === 'separator' ? '-' : `${label}${enabled === false ? ' (off)' : ''}`,
  );

it('offers corrections of the word first, and puts the chosen one in its place', () => {
  const done: string[] = [];
  const deeds = {
    replace: (text: string) => done.push(`replace ${text}`),
    learn: (word: string) => done.push(`learn ${word}`),
  };
  const misspelled = { ...field, misspelledWord: 'wrold', dictionarySuggestions: ['world', 'would'] };
  const template = contextMenuTemplate(misspelled, 'en', deeds);
  expect(labels(template)).toEqual([
    'world',
    'would',
    '-',
    'Add “wrold” to the dictionary',
    '-',
    'Cut (off)',
    'Copy (off)',
    'Paste',
    '-',
    'Select all',
  ]);
  for (const label of ['world', 'Add “wrold” to the dictionary']) {
    const click: unknown = template.find((item) => item.label === label)?.click;
    if (typeof click === 'function') click();
  }
  expect(done).toEqual(['replace world', 'learn wrold']);
});

it('says so when there is no correction, and offers only what is possible elsewhere', () => {
  const deeds = { replace: () => undefined, learn: () => undefined };
  expect(labels(contextMenuTemplate({ ...field, misspelledWord: 'xqz' }, 'fr', deeds))[0]).toBe(
    'Aucune correction trouvée (off)',
  );
  const text = { ...field, isEditable: false };
  expect(contextMenuTemplate(text, 'en', deeds)).toEqual([]);
  const selected = { ...text, selectionText: 'c-101', editFlags: { ...editFlags, canCopy: true } };
  expect(labels(contextMenuTemplate(selected, 'fr', deeds))).toEqual(['Copier']);
});
