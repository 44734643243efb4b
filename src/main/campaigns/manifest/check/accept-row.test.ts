import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellTexts } from '../rows/cells.ts';
import { isSound } from '../rows/read-rows.ts';
import { RowSplitter } from '../rows/split-rows.ts';
import { csvRow } from '../rows/write-csv.ts';
import { messyRow } from '../testing/messy-rows.ts';
import { acceptRow, zoneOfRow } from './accept-row.ts';
import { planCheck } from './check-plan.ts';
import { findProblems } from './find-problems.ts';

const uses = [
  { kind: 'field', field: 'phone' },
  { kind: 'field', field: 'firstName' },
  { kind: 'field', field: 'timeZone' },
  { kind: 'variable', name: 'balance' },
] as const;
const plan = planCheck({ uses, country: 'CA', required: ['balance'] });

describe('letting a row pass by its bytes', () => {
  it('accepts nothing that a closer look would not, with the same number', () => {
    let passed = 0;
    fc.assert(
      fc.property(messyRow, (cells) => {
        const bytes = Buffer.from(csvRow(cells));
        const row = new RowSplitter(0x2c);
        if (!isSound(bytes)) return;
        row.next(bytes, 0, bytes.length, true);
        const number = acceptRow(bytes, row, plan, zoneOfRow(bytes, row, plan));
        if (number === 0) return;
        passed += 1;
        const text = { cells: cellTexts(bytes, row), count: row.count, flaw: row.flaw };
        expect([cells, findProblems(text, plan)]).toEqual([cells, { number, problems: [] }]);
      }),
      { numRuns: 20_000 },
    );
    // Were everything left to the closer look, this would say nothing.
    expect(passed).toBeGreaterThan(1000);
  });
});
