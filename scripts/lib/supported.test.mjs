import { expect, it } from 'vitest';
import { supportOf } from './supported.mjs';

it.each([
  ['45.4.1', '45.5.0', true],
  ['45.4.1', '47.0.0', true],
  ['45.4.1', '48.0.0', false],
  ['45.4.1', '44.9.9', true],
  ['^45.4.1', '45.5.0', false],
  ['45.4.1', '', true],
])('Electron %s while %s is the newest: supported %s', (pinned, newest, ok) => {
  expect(supportOf(pinned, newest).ok).toBe(ok);
});

it('says what to raise it to', () => {
  expect(supportOf('45.4.1', '48.1.0').words).toContain('raise it to 46 or newer');
});
