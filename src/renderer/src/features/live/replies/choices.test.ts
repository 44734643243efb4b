import { describe, expect, it } from 'vitest';
import { choicesOf, replyLanguage } from './choices.ts';

const replies = [
  { id: 'a', title: 'Hello', en: 'Good day', fr: 'Bonjour' },
  { id: 'b', title: 'Apology', en: 'So sorry', fr: 'Désolé' },
  { id: 'c', title: 'Only here', en: 'See you', fr: ' ' },
];
const keys = (first: 'en' | 'fr', find = '') => choicesOf(replies, first, find).map(({ key }) => key);

describe('choices of canned replies', () => {
  it('come in the language of the conversation first, without empty texts', () => {
    expect(keys('fr')).toEqual(['a-fr', 'b-fr', 'a-en', 'b-en', 'c-en']);
    expect(keys('en')).toEqual(['a-en', 'b-en', 'c-en', 'a-fr', 'b-fr']);
  });

  it('are found by words of title or text, without case or accents', () => {
    expect(keys('fr', 'DESOLE')).toEqual(['b-fr']);
    expect(keys('en', 'sorry apol')).toEqual(['b-en']);
    expect(keys('en', 'nothing like it')).toEqual([]);
  });

  it('take the console’s language where the conversation’s is another', () => {
    expect(replyLanguage('fr-CA', 'en')).toBe('fr');
    expect(replyLanguage('EN_us', 'fr')).toBe('en');
    expect(replyLanguage('es', 'fr')).toBe('fr');
    expect(replyLanguage(undefined, 'en')).toBe('en');
  });
});
