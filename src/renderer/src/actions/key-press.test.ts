import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReserved, isText, pressedKeys } from './key-press.ts';

const press = (key: string, modifiers: string = '', graph = false) => ({
  key,
  ctrlKey: modifiers.includes('c'),
  metaKey: modifiers.includes('m'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
  getModifierState: (name: string) => graph && name === 'AltGraph',
});

describe('a key press', () => {
  it.each([
    ['t', '', 'T'],
    ['N', 's', 'Shift+N'],
    ['?', 's', '?'],
    ['k', 'c', 'Mod+K'],
    ['F6', 's', 'Shift+F6'],
    [' ', 's', 'Shift+Space'],
    ['+', 'cs', 'Mod+Plus'],
    ['ArrowLeft', 'a', 'Alt+ArrowLeft'],
    ['É', 's', 'Shift+É'],
    ['k', 'm', undefined],
    ['Control', 'c', undefined],
    ['Dead', '', undefined],
  ])('%j with %j is %j', (key, modifiers, keys) => expect(pressedKeys(press(key, modifiers), false)).toBe(keys));

  it('has ⌘ for Mod on macOS', () => {
    expect([pressedKeys(press('k', 'm'), true), pressedKeys(press('k', 'c'), true)]).toEqual(['Mod+K', undefined]);
  });

  it('by AltGr is the character it types', () => {
    expect(pressedKeys(press('@', 'ca', true), false)).toBe('@');
  });

  it('is text to a field unless a modifier or a function key makes it none', () => {
    expect(['T', 'Shift+N', '?', 'Mod+K', 'Alt+3', 'F6', 'Shift+F6'].map(isText)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('of a table, a field or the system is reserved', () => {
    for (const keys of ['Tab', 'Enter', 'Mod+Enter', 'ArrowUp', 'Space', 'Esc', 'Mod+V', 'Mod+Q', 'Alt+F4', 'Mod+0'])
      expect([keys, isReserved(keys)]).toEqual([keys, true]);
    for (const keys of ['T', 'Mod+K', 'Mod+C', 'F6', '?', 'Alt+1'])
      expect([keys, isReserved(keys)]).toEqual([keys, false]);
  });

  it('of any kind gives keys that fit into the preferences, or none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 14 }), fc.string({ maxLength: 4 }), fc.boolean(), (key, modifiers, graph) => {
        const keys = pressedKeys(press(key, modifiers, graph), false);
        expect(keys === undefined || (keys.length > 0 && keys.length <= 30)).toBe(true);
      }),
    );
  });
});
