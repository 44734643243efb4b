import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskContact, maskOf, maskText } from './mask.ts';

describe('mask', () => {
  it('hides all but the last four digits of a number to dial', () => {
    expect(maskContact('+1 514 555 4512')).toBe('+1 ••• ••• 4512');
    expect(maskContact('+15145554512')).toBe('+1 ••• ••• 4512');
    expect(maskContact('+33 1 99 00 45 12')).toBe('••• ••• 4512');
    expect(maskContact('(514) 555-4512')).toBe('••• ••• 4512');
  });

  it('hides the name in an address and leaves what is neither', () => {
    expect(maskContact('dana.fox@example.ca')).toBe('da•••@example.ca');
    expect(maskContact('U04QX')).toBe('U04QX');
    expect(maskContact('12 34')).toBe('12 34');
  });

  it('never shows more than five digits of any number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9]{7,15}$/), (number) => {
        expect(maskContact(number).replace(/\D/g, '').length).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('hides numbers and addresses within what was said, and moves nothing', () => {
    expect(maskText('My number is 416 555-0148, or dana.fox@example.ca.')).toBe(
      'My number is ••• •••-0148, or da••••••@example.ca.',
    );
    expect(maskText('Call +15145554512 (card 4111 1111 1111 1234)')).toBe(
      'Call +•••••••4512 (card •••• •••• •••• 1234)',
    );
    expect(maskText('Account 86207603, bill 883270, 2026-11-22 14:30, 1 204.50 $')).toBe(
      'Account 86207603, bill 883270, 2026-11-22 14:30, 1 204.50 $',
    );
    fc.assert(fc.property(fc.string(), (text) => maskText(text).length === text.length));
    expect(maskOf('none').text('416 555-0148')).toBe('416 555-0148');
    expect(maskOf('numbers').text('416 555-0148')).toBe('••• •••-0148');
  });

  it('hides what its level says, of contacts and of parameters', () => {
    const look = (level: 'none' | 'numbers' | 'all') => {
      const mask = maskOf(level);
      return [
        mask.contact('Élodie Tremblay'),
        mask.name('Élodie Tremblay'),
        mask.contact('e.t@example.ca'),
        mask.parameter('nom', 'Tremblay'),
        mask.parameter('account', '1002334455'),
        mask.parameter('balance', '1 204.50'),
        mask.parameter('openedOn', '2026-11-22'),
      ];
    };
    expect(look('none')).toEqual([
      'Élodie Tremblay',
      'Élodie Tremblay',
      'e.t@example.ca',
      'Tremblay',
      '1002334455',
      '1 204.50',
      '2026-11-22',
    ]);
    expect(look('numbers')).toEqual([
      'Élodie Tremblay',
      'Élodie Tremblay',
      'e.•••@example.ca',
      'Tremblay',
      '••• ••• 4455',
      '1 204.50',
      '2026-11-22',
    ]);
    expect(look('all')).toEqual([
      'É••• T•••',
      'É••• T•••',
      'e.•••@example.ca',
      'T•••',
      '••• ••• 4455',
      '1 204.50',
      '2026-11-22',
    ]);
  });

  it('leaves of a name no more than its first letters', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'é', 'ß', 'Z', '漢', "'", '-'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(maskOf('all').name(words.join(' '))).toBe(words.map((one) => `${one[0]}•••`).join(' '));
      }),
    );
  });
});
