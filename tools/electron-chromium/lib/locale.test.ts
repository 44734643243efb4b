import { expect, test } from 'vitest';
import { preferredLanguages } from './locale.ts';

test.each([
  [{ LANG: 'fr_CA.UTF-8' }, undefined, ['fr-CA']],
  [{ LANG: 'C.UTF-8' }, undefined, ['en-US']],
  [{}, undefined, ['en-US']],
  [{ LANG: 'en_GB', LC_ALL: 'fr_FR@euro', LANGUAGE: 'fr_CA:en' }, undefined, ['fr-CA', 'en', 'fr-FR']],
  [{ LANG: 'en_GB' }, 'fr', ['fr', 'en-GB']],
])('%j with --lang %s: %j', (env, chosen, expected) => {
  expect(preferredLanguages(env, chosen)).toEqual(expected);
});
