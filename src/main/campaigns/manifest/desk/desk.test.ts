import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ManifestFix } from '../../../../shared/models/manifest-fix.ts';
import { countsOf } from '../../../../shared/models/manifest-reasons.ts';
import { csvRow } from '../rows/write-csv.ts';
import { newFileKey, openSealedFile } from '../source/sealed-file.ts';
import { messyRow } from '../testing/messy-rows.ts';
import { dialable } from '../testing/nasty-manifest.ts';
import { ManifestDesk } from './desk.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-'));
});
afterAll(() => rm(folder, { recursive: true }));

const HEADER = ['phone', 'firstName', 'timeZone', 'balance'];

async function deskFor(rows: readonly (readonly string[])[], required: readonly string[] = ['balance']) {
  const path = join(folder, 'manifest.csv');
  await writeFile(path, csvRow(HEADER) + rows.map((row) => csvRow(row)).join(''));
  const desk = new ManifestDesk(folder, () => undefined);
  const file = await desk.open(path, { delimiter: ',', headerRow: 1, encoding: 'utf-8' }, 'CA');
  const uses = file.columns.map(({ guess }) => guess);
  const summary = await desk.check({ uses, country: 'CA', required, compareOwn: true });
  return { desk, summary };
}

/** All that can be seen of the verdicts. */
async function picture(desk: ManifestDesk) {
  const { reasons, open, rows } = desk.summary();
  const page = await desk.page({ open: false }, 0, 1000);
  return { reasons, open, rows, page: page.rows };
}

const fixes: fc.Arbitrary<ManifestFix> = fc.oneof(
  fc.record({
    kind: fc.constant('repair' as const),
    reason: fc.constantFrom(
      'number-without-plus' as const,
      'number-scientific' as const,
      'number-with-extension' as const,
      'number-several' as const,
      'formula-cell' as const,
      'cell-too-long' as const,
      'zone-unknown' as const,
      'too-few-cells' as const,
      'too-many-cells' as const,
      'control-characters' as const,
      'broken-characters' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('clear' as const),
    reason: fc.constantFrom('formula-cell' as const, 'zone-unknown' as const),
  }),
  fc.record({
    kind: fc.constant('zone' as const),
    from: fc.constant('America/Torono'),
    to: fc.constant('America/Toronto'),
  }),
  fc.record({ kind: fc.constant('fill' as const), column: fc.constant(3), value: fc.constant('0') }),
  fc.record({ kind: fc.constant('leave-out' as const), rows: fc.array(fc.nat(25), { minLength: 1, maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('settle' as const),
    reason: fc.constantFrom('not-a-number', 'no-number', 'duplicate-in-file'),
  }),
  fc
    .tuple(
      fc.nat(25),
      fc.constantFrom(0, 1, 2, 3),
      fc.constantFrom('', dialable(1), dialable(77), 'America/Toronto', '=1', 'x'),
    )
    .map(([row, column, value]) => ({ kind: 'edit' as const, row, cells: [{ column, value }] })),
);

describe('a manifest on the desk', () => {
  it('always counts every row once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(messyRow, { maxLength: 30 }), async (rows) => {
        const { desk, summary } = await deskFor(rows);
        const { accepted, duplicate, invalid, empty } = countsOf(summary.reasons);
        expect(accepted + duplicate + invalid + empty).toBe(rows.length);
        expect(summary.rows).toBe(rows.length);
        expect((await desk.page({ open: false }, 0, 1000)).total).toBe(rows.length - accepted);
        await desk.close();
      }),
      { numRuns: 150 },
    );
  });

  it('is as before after everything was undone, and as after when it was done again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(messyRow, { minLength: 1, maxLength: 25 }),
        fc.array(fixes, { minLength: 1, maxLength: 6 }),
        async (rows, chosen) => {
          const { desk } = await deskFor(rows);
          const pictures = [await picture(desk)];
          for (const fix of chosen) {
            const done = await desk.fix(fix).catch(() => undefined);
            if (done === undefined) continue;
            const { accepted, duplicate, invalid, empty } = countsOf(done.reasons);
            expect(accepted + duplicate + invalid + empty).toBe(rows.length);
            pictures.push(await picture(desk));
          }
          for (let at = pictures.length - 2; at >= 0; at -= 1) {
            await desk.undo();
            expect(await picture(desk)).toEqual(pictures[at]);
          }
          for (let at = 1; at < pictures.length; at += 1) {
            await desk.redo();
            expect(await picture(desk)).toEqual(pictures[at]);
          }
          await desk.close();
        },
      ),
      { numRuns: 120 },
    );
  });

  it('says of every row what is wrong, what was meant and how many are alike', async () => {
    const { desk } = await deskFor([
      [dialable(1), 'Ann', 'America/Toronto', '1'],
      [dialable(1), 'Bob', '', '1'],
      ['4.165550142E+09', 'Cid', '', '1'],
      ['4.165550143E+09', 'Dee', '', '1'],
      [dialable(2), '=SUM(A1)', '', '1'],
      [dialable(3), 'Eve', 'America/Torono', '1'],
      [dialable(4), 'Fay', 'America/Torono', '1'],
      [dialable(5), 'x'.repeat(120), '', '1'],
      [dialable(6), 'Gus', '', ''],
    ]);
    const { rows, total } = await desk.page({ open: false }, 0, 100);
    expect(total).toBe(8);
    expect(rows).toMatchObject([
      { rowNumber: 3, reason: 'duplicate-in-file', value: dialable(1), twin: 2 },
      { rowNumber: 4, reason: 'number-scientific', value: '4.165550142E+09', suggestion: '+14165550142', alike: 2 },
      { rowNumber: 5, reason: 'number-scientific' },
      { rowNumber: 6, reason: 'formula-cell', value: '=SUM(A1)', suggestion: 'SUM(A1)', column: 1, alike: 1 },
      { rowNumber: 7, reason: 'zone-unknown', value: 'America/Torono', suggestion: 'America/Toronto', alike: 2 },
      { rowNumber: 8, reason: 'zone-unknown' },
      { rowNumber: 9, reason: 'cell-too-long', limit: 100 },
      { rowNumber: 10, reason: 'variable-missing', column: 3 },
    ]);
    const repaired = await desk.fix({ kind: 'repair', reason: 'number-scientific' });
    expect(repaired.reasons).toMatchObject({ accepted: 3 });
    const zoned = await desk.fix({ kind: 'zone', from: 'America/Torono', to: 'America/Toronto' });
    expect(zoned.reasons).toMatchObject({ accepted: 5 });
    const filled = await desk.fix({ kind: 'fill', column: 3, value: '0' });
    expect(filled.reasons).toMatchObject({ accepted: 6, 'duplicate-in-file': 1 });
    const detail = await desk.row(4);
    expect(detail.cells[1]).toEqual({
      column: 1,
      value: '=SUM(A1)',
      problems: [{ kind: 'formula-cell', suggestion: 'SUM(A1)' }],
    });
    expect(desk.zones()).toEqual([{ timeZone: 'America/Toronto', rows: 6 }]);
    await desk.close();
  });

  it('compares with other campaigns and with the do-not-call list, whenever they come', async () => {
    const { desk } = await deskFor([1, 2, 3, 4, 4].map((n) => [dialable(n), 'Ann', '', '1']));
    const numbers = (...nths: number[]) => Float64Array.from(nths, (nth) => Number(dialable(nth).slice(1)));
    desk.addNumbers({ kind: 'own', numbers: numbers(1) });
    desk.addNumbers({ kind: 'other', campaign: 'Autumn reminders', numbers: numbers(1, 2) });
    desk.addNumbers({
      kind: 'barred',
      numbers: numbers(9, 3),
      facts: [{}, { addedAt: 1_790_000_000_000, addedBy: 'Avery', reason: 'asked' }],
    });
    expect(desk.compare(true).reasons).toEqual({
      accepted: 1,
      'do-not-call': 1,
      'duplicate-in-file': 1,
      'duplicate-in-campaign': 1,
      'duplicate-elsewhere': 1,
    });
    // Contacts that are to be replaced are no duplicates; the other campaign still has the number.
    expect(desk.compare(false).reasons).toMatchObject({ 'duplicate-elsewhere': 2 });
    const { rows } = await desk.page({ open: false }, 0, 10);
    expect(rows).toMatchObject([
      { reason: 'duplicate-elsewhere', campaign: 'Autumn reminders' },
      { reason: 'duplicate-elsewhere' },
      { reason: 'do-not-call', barred: { addedAt: 1_790_000_000_000, addedBy: 'Avery', reason: 'asked' } },
      { reason: 'duplicate-in-file', twin: 5 },
    ]);
    expect((await desk.fix({ kind: 'allow' })).reasons).toMatchObject({ accepted: 3, 'do-not-call': 1 });
    expect((await desk.fix({ kind: 'leave-out', rows: [3] })).reasons).toEqual({
      accepted: 3,
      'do-not-call': 1,
      'left-out': 1,
    });
    await desk.close();
  });

  it('writes what is uploaded and what is not, and tells what changed since', async () => {
    const rows = [
      [dialable(1), 'Ann, B', 'america/toronto', '1'],
      [dialable(2), '  Bob ', '', '2'],
      ['n/a', '=EVIL()', '', '3'],
    ];
    const { desk } = await deskFor(rows);
    await desk.fix({ kind: 'edit', row: 1, cells: [{ column: 1, value: 'Robert' }] });
    const files = {
      content: join(folder, 'content'),
      index: join(folder, 'index'),
      key: newFileKey(),
      indexKey: newFileKey(),
    };
    const prepared = await desk.prepare(files);
    expect(prepared).toMatchObject({ rows: 2, columns: ['phone', 'firstName', 'timeZone', 'balance'] });
    const source = await openSealedFile(files.content, files.key);
    const bytes = Buffer.alloc(source.size);
    await source.read(bytes, 0, bytes.length, 0);
    await source.close();
    expect(bytes.toString()).toBe(
      `phone,firstName,timeZone,balance\n${dialable(1)},"Ann, B",America/Toronto,1\n${dialable(2)},Robert,America/Toronto,2\n`,
    );

    const rejects = join(folder, 'rejects.csv');
    const words = { row: 'Row', verdict: 'Verdict', why: 'Why', verdicts: { invalid: 'Invalid' }, reasons: {} };
    expect(await desk.saveRejects(rejects, words)).toBe(1);
    expect(Papa.parse((await readFile(rejects, 'utf8')).replace(/^\ufeff/, '').trim()).data).toEqual([
      ['Row', 'Verdict', 'Why', 'phone', 'firstName', 'timeZone', 'balance'],
      ['4', 'Invalid', 'not-a-number', 'n/a', "'=EVIL()", '', '3'],
    ]);

    await desk.fix({ kind: 'edit', row: 0, cells: [{ column: 3, value: '10' }] });
    await desk.fix({ kind: 'edit', row: 1, cells: [{ column: 0, value: dialable(5) }] });
    expect(await desk.diff({ path: files.index, key: files.indexKey })).toEqual({
      against: 'upload',
      before: 2,
      added: 1,
      removed: 1,
      changed: 1,
      same: 0,
    });
    expect(await desk.diffRows('added', 0, 10)).toEqual([{ phone: dialable(5), rowNumber: 3, name: 'Robert' }]);
    expect(await desk.diffRows('changed', 0, 10)).toEqual([{ phone: dialable(1), rowNumber: 2, name: 'Ann, B' }]);
    expect(await desk.diffRows('removed', 0, 10)).toEqual([{ phone: dialable(2) }]);
    await desk.close();
  });

  it('stops where it is told to, and can begin again', async () => {
    const path = join(folder, 'manifest.csv');
    await writeFile(path, `phone\n${Array.from({ length: 300_000 }, (_, n) => `+1416${2_000_000 + n}`).join('\n')}`);
    const shares: number[] = [];
    const desk = new ManifestDesk(folder, (share) => {
      shares.push(share);
      desk.stop();
    });
    const file = await desk.open(path, {}, 'CA');
    const options = { uses: file.columns.map(({ guess }) => guess), country: 'CA', required: [], compareOwn: true };
    await expect(desk.check(options)).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(shares).toHaveLength(1);
    expect(() => desk.summary()).toThrow('Nothing is checked');
    await desk.close();
  });
});
