import { describe, expect, it } from 'vitest';
import { acceleratorOf, acceleratorWords } from './accelerator.ts';

const press = (key: string, code: string, modifiers: string) => ({
  key,
  code,
  ctrlKey: modifiers.includes('c'),
  metaKey: modifiers.includes('m'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
});

describe('keys of the whole system', () => {
  it.each([
    ['CommandOrControl+Alt+Shift+P', 'en', false, 'Ctrl+Alt+Shift+P'],
    ['CommandOrControl+Alt+Shift+P', 'fr', false, 'Ctrl+Alt+Maj+P'],
    ['CommandOrControl+Alt+Shift+P', 'en', true, '⌘⌥⇧P'],
    ['CmdOrCtrl+Up', 'en', false, 'Ctrl+↑'],
    ['Control+F9', 'en', true, '⌃F9'],
    ['', 'en', false, ''],
  ])('%s in %s, on a Mac %s, is %s', (keys, language, mac, words) =>
    expect(acceleratorWords(keys, language, mac)).toBe(words),
  );

  it.each([
    [press('P', 'KeyP', 'cas'), false, 'CommandOrControl+Alt+Shift+P'],
    [press('π', 'KeyP', 'ma'), true, 'CommandOrControl+Alt+P'],
    [press('!', 'Digit1', 'cs'), false, 'CommandOrControl+Shift+1'],
    [press('a', 'KeyQ', 'c'), false, 'CommandOrControl+A'],
    [press('F9', 'F9', ''), false, 'F9'],
    [press('p', 'KeyP', ''), false, undefined],
    [press('P', 'KeyP', 's'), false, undefined],
    [press('Control', 'ControlLeft', 'c'), false, undefined],
    [press('Tab', 'Tab', 'a'), false, undefined],
    [press('Escape', 'Escape', 'c'), false, undefined],
  ])('%j, on a Mac %s, is %s', (event, mac, keys) => expect(acceleratorOf(event, mac)).toBe(keys));
});
