import fc from 'fast-check';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { PHONE_COUNTRIES } from '../../../../shared/models/phone-countries.ts';
import { COUNTRIES, callingCodeOf } from './number-plan.ts';
import { NumberReader } from './read-number.ts';

const readers = new Map<string, NumberReader>();
function readerOf(country: string): NumberReader {
  const reader = readers.get(country) ?? new NumberReader(country);
  readers.set(country, reader);
  return reader;
}

/** The library's own verdict: E.164 digits as a number, or undefined. */
function byLibrary(text: string, country: string): number | undefined {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country as CountryCode, extract: false });
  if (parsed === undefined || parsed.ext !== undefined || !parsed.isValid() || parsed.number.length > 16)
    return undefined;
  return Number(parsed.number.slice(1));
}

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((list) => list.join(''));
const country = fc.constantFrom(...COUNTRIES);

/** A real mobile number of a country with up to three digits written over. */
const nearlyReal = fc
  .tuple(country, fc.array(fc.tuple(fc.nat(14), fc.nat(9)), { maxLength: 3 }))
  .map(([name, changes]) => {
    const national = [...(examples[name as CountryCode] ?? '2025550143')];
    for (const [at, digit] of changes) if (at < national.length) national[at] = String(digit);
    return { name, national: national.join(''), code: callingCodeOf(name) ?? '1' };
  });

const written = fc.oneof(
  fc.tuple(country, digits(3, 17)).map(([name, text]) => ({ name, text })),
  fc
    .tuple(country, country, digits(3, 15))
    .map(([name, other, rest]) => ({ name, text: `+${callingCodeOf(other)}${rest}` })),
  fc.tuple(country, digits(4, 18)).map(([name, rest]) => ({ name, text: `+${rest}` })),
  nearlyReal.map(({ name, national }) => ({ name, text: national })),
  nearlyReal.map(({ name, national, code }) => ({ name, text: `+${code}${national}` })),
  fc.tuple(nearlyReal, country).map(([{ national, code }, name]) => ({ name, text: `${code}${national}` })),
  nearlyReal.map(({ name, national, code }) => ({ name, text: `${code}${national}` })),
  fc
    .tuple(nearlyReal, fc.constantFrom('0', '1', '8', '00', '01', '06', '011', '810', '000', '99'))
    .map(([{ name, national }, prefix]) => ({ name, text: prefix + national })),
  fc.tuple(nearlyReal, fc.constantFrom('0', '1', '8', '15')).map(([{ name, national, code }, prefix]) => ({
    name,
    text: `+${code}${prefix}${national}`,
  })),
);

/** Puts plain punctuation between the digits. */
const spaced = fc
  .tuple(written, fc.array(fc.constantFrom('', '', '', ' ', '-', '.', ') ', ' ('), { maxLength: 20 }))
  .map(([{ name, text }, marks]) => ({
    name,
    text: [...text]
      .map((char, at) => char + (at === 0 ? '' : (marks[at] ?? '')))
      .join('')
      .trim(),
  }));

describe('a number to dial', () => {
  const runs = Number(process.env['FC_RUNS'] ?? 20_000);

  it('is judged as the library judges it, for every country and way of writing', () => {
    fc.assert(
      fc.property(spaced, ({ name, text }) => {
        // A quantity, which is read without its decimals; a test of its own is below.
        fc.pre(!/\.0+$/u.test(text));
        const reading = readerOf(name).fromText(text);
        expect([text, name, typeof reading === 'number' ? reading : undefined]).toEqual([
          text,
          name,
          byLibrary(text, name),
        ]);
      }),
      { numRuns: runs },
    );
  });

  it('is judged as the library judges it all through North America', () => {
    const canada = readerOf('CA');
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 999 }),
        digits(7, 7),
        fc.constantFrom('', '1', '+1'),
        (area, rest, prefix) => {
          const text = `${prefix}${area}${rest}`;
          const reading = canada.fromText(text);
          expect([text, typeof reading === 'number' ? reading : undefined]).toEqual([text, byLibrary(text, 'CA')]);
        },
      ),
      { numRuns: runs },
    );
  });

  it.each([
    ['+1 (416) 555-0123', 14165550123],
    ['416.555.0123', 14165550123],
    ['1 416 555 0123', 14165550123],
    [' \u202a+1 416 555 0123\u202c ', 14165550123],
    ["'+14165550123", 14165550123],
    ['tel:+14165550123', 14165550123],
    ['(+1) 416 555 0123', 14165550123],
    ['＋１４１６５５５０１２３', 14165550123],
    ['+٤٤٧٩١١١٢٣٤٥٦', 447911123456],
    ['4165550123.0', 14165550123],
    ['+14165550123.00', 14165550123],
    ['416-555-01', 'too-short'],
    ['416555012345', 'too-long'],
    ['+1 416 055 0123', 'unassigned'],
    ['+999 1234567', 'unknown-country'],
    ['call me', 'not-a-number'],
    ['416 555 0123 ext 4', 'not-a-number'],
    ['1-800-FLOWERS', 'not-a-number'],
    ['', 'not-a-number'],
    ['-', 'not-a-number'],
  ])('%j reads as %s', (text, expected) => {
    expect(readerOf('CA').fromText(text)).toBe(expected);
  });

  it('never has more digits than E.164 allows', () => {
    expect(readerOf('DE').fromText('+49 66434118512633')).toBe('too-long');
  });

  it('needs a country that there is', () => {
    expect(() => new NumberReader('QQ')).toThrow(RangeError);
  });
});

describe('countries', () => {
  it('that can be chosen are those whose plans are known', () => {
    expect(PHONE_COUNTRIES).toEqual([...COUNTRIES].sort());
  });
});
