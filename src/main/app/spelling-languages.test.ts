import { expect, it } from 'vitest';
import { spellingLanguages } from './spelling-languages.ts';

it('takes of each language the variant nearest to Canada that there is', () => {
  const hunspell = ['de', 'en-AU', 'en-CA', 'en-GB', 'en-US', 'fr', 'fr-FR'];
  expect(spellingLanguages('both', hunspell)).toEqual(['en-CA', 'fr']);
  expect(spellingLanguages('en', ['en-US', 'en-GB'])).toEqual(['en-GB']);
  expect(spellingLanguages('fr', ['fr-FR', 'fr-CA'])).toEqual(['fr-CA']);
  expect(spellingLanguages('fr', ['en-US'])).toEqual([]);
  expect(spellingLanguages('off', hunspell)).toEqual([]);
});
