import { expect, it } from 'vitest';
import { sends } from './reply-composer.tsx';

const press = (change: object) => ({
  key: 'Enter',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  composing: false,
  ...change,
});

it('sends with the key that the operator chose, never in the middle of a composed character', () => {
  expect(sends(press({}), 'enter')).toBe(true);
  expect(sends(press({ shiftKey: true }), 'enter')).toBe(false);
  expect(sends(press({ ctrlKey: true }), 'enter')).toBe(true);
  expect(sends(press({ composing: true }), 'enter')).toBe(false);
  expect(sends(press({}), 'mod-enter')).toBe(false);
  expect(sends(press({ metaKey: true }), 'mod-enter')).toBe(true);
  expect(sends(press({ key: 'a' }), 'enter')).toBe(false);
});
