import { expect, it } from 'vitest';
import { asE164, readNumbers } from './read-numbers.ts';

it('takes a number with its country code however it is written, and guesses at none', () => {
  expect(asE164(' +1 (514) 555-0123 ')).toBe('+15145550123');
  expect(asE164("'+15145550123")).toBe('+15145550123');
  expect(asE164('0033 1 23 45 67 89')).toBe('+33123456789');
  for (const text of ['514 555 0123', '', '+0', 'call me', '+1514555012345678']) expect(asE164(text)).toBeUndefined();
});

it('reads lines with reasons, skips titles and empty lines, and counts what it cannot use', () => {
  const text =
    '\uFEFFNumber,Reason\r\n+15145550123,"Asked to"\r\n\n+1 514 555 0123;again\n5145550124\n+33123456789\tmoved';
  expect(readNumbers(text)).toEqual({
    entries: [
      { phone: '+15145550123', reason: 'Asked to' },
      { phone: '+33123456789', reason: 'moved' },
    ],
    unreadable: [5],
    repeated: 1,
  });
  expect(readNumbers('')).toEqual({ entries: [], unreadable: [], repeated: 0 });
});
