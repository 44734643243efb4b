import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskOf } from '../../../../../shared/models/mask.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { createDataAges } from '../model/data-ages.ts';
import { aRow } from '../model/fake-row.ts';
import { liveWords } from '../model/use-live-words.ts';
import { asCsv, asTsv } from './list-text.ts';

const words = liveWords(createI18n('en').getFixedT('en', 'live'), 'en');
const options = {
  words,
  mask: maskOf('numbers'),
  me: 'me',
  now: 2_060_000,
  serverNow: 1_090_000,
  ages: createDataAges(),
};
const columns = ['risk', 'id', 'contact', 'handler', 'duration', 'age'].map((id) => ({ id, title: id.toUpperCase() }));

describe('the list as text', () => {
  it('writes what is on screen, masked as there', () => {
    expect(asTsv(columns, [aRow()], options).split('\n')).toEqual([
      'RISK\tID\tCONTACT\tHANDLER\tDURATION\tAGE',
      "Not rated\tc-1\t'+1 ••• ••• 0141\tAI agent\t1:30\t1\u00a0min",
    ]);
  });

  it('quotes what CSV needs quoted', () => {
    const row = aRow({ contact: { display: 'x, "y"' } });
    expect(asCsv([{ id: 'contact', title: 'Contact' }], [row], options)).toBe('\uFEFFContact\r\n"x, ""y"""\r\n');
  });

  it('never lets a cell begin a formula or a new cell, whatever the instance says', () => {
    const wild = fc.oneof(fc.string(), fc.constantFrom('=1+1', '@SUM(A1)', '-2', '+cmd', '\t=1', '\r=1'));
    fc.assert(
      fc.property(wild, (id) => {
        const tsv = asTsv([{ id: 'id', title: 'ID' }], [aRow({ id })], options).split('\n');
        expect(tsv).toHaveLength(2);
        expect(tsv[1]).not.toMatch(/^[=+\-@\t\r]|\t/u);
        const csv = asCsv([{ id: 'id', title: 'ID' }], [aRow({ id })], options);
        expect(csv.slice(5, -2)).not.toMatch(/^"?[=+\-@\t\r]/u);
      }),
    );
  });
});
