import { expect, it } from 'vitest';
import { fill, fillValues } from './fill.ts';

it('fills slots and leaves the rest alone', () => {
  expect(fill('{a} and {b}{a}!', { a: 'x', b: 'y' })).toBe('x and yx!');
  expect(fill('nothing here', {})).toBe('nothing here');
});

it('throws on a slot without a fact, rather than say a template aloud', () => {
  expect(() => fill('Hello {nobody}', {})).toThrow('{nobody}');
});

it('keeps fixed values, fills text, and turns {=slot} into a number', () => {
  expect(fillValues({ yes: true, n: 3, text: '<{a}>', amount: '{=a}' }, { a: '12.5' })).toEqual({
    yes: true,
    n: 3,
    text: '<12.5>',
    amount: 12.5,
  });
});
