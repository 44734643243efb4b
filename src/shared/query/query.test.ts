import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveFilter, ArchiveQuery } from '../models/archive.ts';
import { completionsAt } from './complete-query.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { quotedPhrase } from './tokens.ts';
import { addDays, dayAt, readDay, startOfDay, writeDay } from './zoned-day.ts';

const clock = { timeZone: 'America/Toronto', now: Date.UTC(2026, 10, 25, 17) };
const parse = (text: string) => parseQuery(text, clock);
const queryOf = (text: string) => parse(text).query;

describe('the query language', () => {
  it('reads words, phrases and fields in any order', () => {
    const read = parse('speaker:customer "cancel my" tag:billing risk:high after:2026-11-01 plan');
    expect(read).toEqual({
      query: {
        text: '"cancel my" plan',
        speaker: 'customer',
        filter: { tag: 'billing', risk: ['high'], from: Date.UTC(2026, 10, 1, 4) },
      },
      problems: [],
    });
  });

  it.each<[string, ArchiveFilter]>([
    ['status:completed status:failed', { status: ['completed', 'failed'] }],
    ['channel:Voice', { platform: ['voice'] }],
    ['tag:"Call Reason:Outage"', { tag: 'Call Reason:Outage' }],
    ['poc:"Billing line"', { pointOfContact: 'Billing line' }],
    ['flagged:yes', { flagged: true }],
    ['duration:>60', { minDuration: 60 }],
    ['duration:<=2m', { maxDuration: 120 }],
    ['duration:60..2m', { minDuration: 60, maxDuration: 120 }],
    ['duration:..90', { maxDuration: 90 }],
    ['on:2026-11-01', { from: Date.UTC(2026, 10, 1, 4), to: Date.UTC(2026, 10, 2, 5) }],
    ['after:yesterday', { from: Date.UTC(2026, 10, 24, 5) }],
    ['before:7d', { to: Date.UTC(2026, 10, 18, 5) }],
    [
      'after:2026-11-25T09:05 before:2026-11-25T9:30',
      { from: Date.UTC(2026, 10, 25, 14, 5), to: Date.UTC(2026, 10, 25, 14, 30) },
    ],
    ['after:2026-11-01T01:30-05:00', { from: Date.UTC(2026, 10, 1, 6, 30) }],
    ['after:2026-11-25T09:05[Europe/Paris]', { from: Date.UTC(2026, 10, 25, 8, 5) }],
    ['on:2026-11-25[asia/kathmandu]', { from: Date.UTC(2026, 10, 24, 18, 15), to: Date.UTC(2026, 10, 25, 18, 15) }],
    ['before:today[Asia/Tokyo]', { to: Date.UTC(2026, 10, 25, 15) }],
  ])('reads %s', (text, filter) => {
    expect(parse(text)).toEqual({ query: { text: '', filter }, problems: [] });
  });

  it.each([
    ['unclosed-quote', '"cancel my'],
    ['unclosed-quote', 'tag:"call reason'],
    ['unknown-field', 'colour:red'],
    ['unknown-value', 'risk:purple'],
    ['unknown-value', 'speaker:nobody'],
    ['empty-value', 'tag:'],
    ['bad-date', 'after:2026-02-30'],
    ['bad-date', 'on:someday'],
    ['bad-date', 'after:2026-11-25T24:00'],
    ['bad-date', 'on:2026-11-25T12:00'],
    ['bad-date', 'after:2026-11-25T09:05+25:00'],
    ['bad-date', 'after:2026-11-31[America/Toronto]'],
    ['bad-date', 'after:2026-11-25T09:05-05:00[America/Toronto]'],
    ['bad-zone', 'after:2026-11-25T09:05[America/Torono]'],
    ['bad-zone', 'on:today[Nowhere]'],
    ['bad-zone', 'before:2026-11-25[]'],
    ['bad-duration', 'duration:long'],
    ['twice', 'tag:a tag:b'],
    ['bad-pattern', '/can(cel/'],
    ['twice', '/a/ /b/'],
    ['empty-range', 'after:2026-11-02 before:2026-11-01'],
    ['empty-range', 'duration:90..60'],
  ])('tells %s of %s, and asks for the rest', (code, text) => {
    const { problems, query } = parse(`power ${text}`);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(query.text).toContain('power');
  });

  it('takes what stands between slashes for a regular expression, and paths and dates for words', () => {
    expect(queryOf('power /can(cel)? my\\/our/ risk:high')).toEqual({
      text: 'power',
      pattern: 'can(cel)? my\\/our',
      filter: { risk: ['high'] },
    });
    const plain = '/etc/hosts 24/7 // /open and/or';
    expect(queryOf(plain)).toEqual({ text: plain, filter: {} });
  });

  it('takes typographic quotes for what they are', () => {
    expect(queryOf('“cancel my” «mon forfait»').text).toBe('"cancel my" "mon forfait"');
  });

  it('takes a time or an address for a word, and marks a problem where it stands', () => {
    const plain = '12:30 http://x.example a@b.example';
    expect(queryOf(plain).text).toBe(plain);
    expect(parse('power risk:purple').problems[0]).toMatchObject({ from: 6, to: 17, field: 'risk', value: 'purple' });
    expect(parse('power on:today[Mars/Base] x').problems).toMatchObject([{ from: 6, to: 25, value: 'Mars/Base' }]);
  });

  it('reads anything without throwing, and whatever it reads it can write and read again', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"',
        '\\',
        ':',
        'tag:',
        'risk:high',
        'duration:1..',
        '"a b"',
        ' ',
        'after:2026-11-01',
        '\u202e',
        '/',
        '/a+ b/ ',
        '/(/ ',
        'é',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { query } = parse(pieces.join(''));
        expect(queryOf(printQuery(query, clock.timeZone))).toEqual(query);
      }),
      { numRuns: 500 },
    );
  });

  it('writes every query so that it reads back the same', () => {
    const text = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((value) => value.trim() === value && value !== '');
    const day = fc.oneof(
      fc
        .integer({ min: -2000, max: 0 })
        .map((days) => startOfDay(addDays(dayAt(clock.now, clock.timeZone), days), clock.timeZone)),
      // Any minute, also the two of the same name where clocks are set back.
      fc.integer({ min: -1_000_000, max: 0 }).map((minutes) => Date.UTC(2026, 10, 1, 7) + minutes * 60_000),
      fc.integer({ min: -180, max: 0 }).map((minutes) => Date.UTC(2026, 10, 1, 7) + minutes * 60_000),
    );
    const filters = fc.record(
      {
        status: fc.uniqueArray(fc.constantFrom('completed', 'failed', 'Some Queue'), { minLength: 1 }),
        risk: fc.uniqueArray(fc.constantFrom('low', 'high', 'critical'), { minLength: 1 }),
        tag: text,
        flow: text,
        contact: text,
        parameter: text,
        flagged: fc.boolean(),
        minDuration: fc.integer({ min: 0, max: 100 }),
        maxDuration: fc.integer({ min: 100, max: 9_999 }),
        from: day,
      },
      { requiredKeys: [] },
    );
    const pattern = fc.constantFrom('a', 'can(cel)? my', '\\d{3}\\/', '^(a+)+$', '"', 'tag:x');
    const phrase = text.filter((value) => value.trim() !== '').map(quotedPhrase);
    fc.assert(
      fc.property(filters, fc.array(phrase, { maxLength: 3 }), fc.option(pattern), (filter, phrases, expression) => {
        const query: ArchiveQuery = {
          text: phrases.join(' '),
          ...(expression !== null && { pattern: expression }),
          filter,
        };
        const read = parse(printQuery(query, clock.timeZone));
        expect(read).toEqual({ query, problems: [] });
      }),
      { numRuns: 300 },
    );
  });
});

describe('completion', () => {
  const texts = (text: string, cursor = text.length, known = {}) =>
    completionsAt(text, cursor, known).map((one) => one.text);

  it('offers fields while a word is typed, and values after the colon', () => {
    expect(texts('sp')).toEqual(['speaker:']);
    expect(texts('power ri')).toEqual(['risk:']);
    expect(texts('risk:h')).toEqual(['risk:high ']);
    expect(texts('tag:', 4, { tag: ['Call Reason', 'Billing'] })).toEqual(['tag:"Call Reason" ', 'tag:Billing ']);
    expect(texts('"in a phrase')).toEqual([]);
    expect(texts('colour:r')).toEqual([]);
  });

  it('replaces what it completes', () => {
    expect(completionsAt('power ri tag:x', 8)[0]).toEqual({ text: 'risk:', from: 6, to: 8, isField: true });
  });
});

describe('days of a zone', () => {
  it('begin where that zone’s clock says so, also where it changes', () => {
    expect(startOfDay({ year: 2026, month: 3, day: 8 }, 'America/Toronto')).toBe(Date.UTC(2026, 2, 8, 5));
    expect(startOfDay({ year: 2026, month: 3, day: 9 }, 'America/Toronto')).toBe(Date.UTC(2026, 2, 9, 4));
    expect(startOfDay({ year: 2026, month: 11, day: 1 }, 'America/St_Johns')).toBe(Date.UTC(2026, 10, 1, 2, 30));
  });

  it('are found again from their beginning, in every zone', () => {
    const zones = fc.constantFrom('America/Toronto', 'America/St_Johns', 'Europe/Paris', 'Asia/Kathmandu', 'UTC');
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 30_000 }), (zone, days) => {
        const day = addDays({ year: 1990, month: 1, day: 1 }, days);
        expect(dayAt(startOfDay(day, zone), zone)).toEqual(day);
        expect(readDay(writeDay(day))).toEqual(day);
      }),
    );
  });
});
