import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskContact } from './mask.ts';

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
});
