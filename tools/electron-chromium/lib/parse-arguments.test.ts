import { expect, test } from 'vitest';
import { parseArguments, parseSwitch } from './parse-arguments.ts';

test('Playwright’s command line', () => {
  const args = ['-r', '/loader.js', '--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '/app', '--demo', 'x'];
  expect(parseArguments(args)).toEqual({
    requires: ['/loader.js'],
    chromiumSwitches: ['--no-sandbox', '--remote-debugging-port=0'],
    application: '/app',
    rest: ['--demo', 'x'],
  });
});

test('two dashes end the switches; without a path there is no application', () => {
  expect(parseArguments(['--', '--odd-name', 'a'])).toMatchObject({ application: '--odd-name', rest: ['a'] });
  expect(parseArguments(['--no-sandbox'])).toMatchObject({ application: undefined, rest: [] });
});

test('switches have a name and perhaps a value', () => {
  expect(parseSwitch('--lang=fr=x')).toEqual({ name: 'lang', value: 'fr=x' });
  expect(parseSwitch('--flag')).toEqual({ name: 'flag', value: '' });
  expect(parseSwitch('word')).toBeUndefined();
});
