import { describe, expect, it, vi } from 'vitest';
import { barsToCsv, toCsv } from './export-chart.ts';
import { meanOf, shifted, valueAt, within } from './line.ts';
import { plotData, valueRange } from './plot-data.ts';
import { isSeen, type PlotPicture } from './plot-picture.ts';
import { gapsOf, summarise, tableOf } from './summary.ts';

// The library asks for the screen's resolution as soon as it is loaded; jsdom has no screen.
vi.hoisted(() => {
  globalThis.matchMedia = (media) => Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList;
});

const line = { at: [0, 60, 120, 121, 300, 360], values: [1, 3, 2, null, 10, 4] };

describe('a line', () => {
  it('is cut, moved, and read at a time, never across a gap', () => {
    expect(within(line, { from: 60, to: 301 }).at).toEqual([60, 120, 121, 300]);
    expect(shifted(line, 1_000).at[0]).toBe(1_000);
    expect(valueAt(line, 90, 60)).toBe(3);
    expect(valueAt(line, 200, 1_000)).toBeUndefined();
    expect(valueAt(line, 500, 60)).toBeUndefined();
    expect(meanOf(line, { from: 60, to: 130 })).toBe(2.5);
    expect(meanOf(line, { from: 121, to: 122 })).toBeUndefined();
  });

  it('is summed up: ends, extremes, gaps, how often it went beyond a limit', () => {
    expect(summarise(line, { value: 3, down: false })).toEqual({
      first: 1,
      last: 4,
      lowest: { at: 0, value: 1 },
      highest: { at: 300, value: 10 },
      gaps: [{ from: 120, to: 300 }],
      crossings: 2,
    });
    expect(summarise({ at: [], values: [] })).toBeUndefined();
    expect(gapsOf({ at: [1, 2], values: [null, 4] })).toEqual([{ from: 1, to: 2 }]);
  });

  it('becomes a table beside others of its time, in which a gap is seen', () => {
    const other = { at: [60, 300], values: [7, 9] };
    expect(
      tableOf([line, other], 100).map(({ at, cells }) => [at, cells[0]?.value, cells[0]?.gap, cells[1]?.value]),
    ).toEqual([
      [0, 1, false, undefined],
      [60, 3, false, 7],
      [120, 2, false, undefined],
      [121, undefined, true, undefined],
      [300, 10, false, 9],
      [360, 4, false, undefined],
    ]);
    expect(
      tableOf([line, other], 3).map(({ at, cells }) => [at, cells[0]?.value, cells[0]?.gap, cells[1]?.value]),
    ).toEqual([
      [0, 2, false, 7],
      [120, undefined, true, undefined],
      [241, 7, false, 9],
    ]);
    expect(tableOf([{ at: [], values: [] }], 3)).toEqual([]);
  });
});

describe('what is drawn', () => {
  it('keeps the gap of one line where another has points', () => {
    const other = { at: [0, 200, 360], values: [7, 7, 7] };
    const [at, mine, theirs] = plotData([
      { line, colour: 'series-1' },
      { line: other, colour: 'series-2' },
    ]);
    expect(at).toEqual([0, 60, 120, 121, 200, 300, 360]);
    expect(mine?.[3]).toBeNull();
    expect(theirs?.[1]).toBeUndefined();
  });

  it('begins at zero, leaves room above, and shows a limit that is near', () => {
    expect(valueRange(2, 100, [])).toEqual([0, 112.00000000000001]);
    expect(valueRange(2, 10, [20])[1]).toBeCloseTo(22.4);
    expect(valueRange(2, 10, [200])[1]).toBeCloseTo(11.2);
    expect(valueRange(-1, 1, [])[0]).toBeCloseTo(-1.12);
    expect(valueRange(null, null, [])).toEqual([0, 1]);
    expect(valueRange(70, 98, [], 100)[1]).toBe(100);
  });
});

describe('CSV', () => {
  it('has one row a time and nothing where nothing is known; no cell is a formula', () => {
    const csv = toCsv([
      { name: '=HYPERLINK("x")', line },
      { name: 'Other', line: { at: [60], values: [-2] } },
    ]);
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      `time (UTC),"'=HYPERLINK(""x"")",Other`,
      '1970-01-01T00:00:00.000Z,1,',
      '1970-01-01T00:00:00.060Z,3,-2',
    ]);
    expect(csv.split('\r\n')).toHaveLength(7);
  });
});

it('writes bars as rows that no spreadsheet takes for formulas', () => {
  const items = [
    { name: 'Billing, all', value: 4 },
    { name: '=1+1', value: 0.5 },
  ];
  expect(barsToCsv('Flow', items)).toBe('Flow,value\r\n"Billing, all",4\r\n\'=1+1,0.5\r\n');
});

describe('a picture', () => {
  const hour = 3_600_000;
  const marks = [{ at: 1, until: 2, colour: 'warn' as const }];
  const picture = (end: number, value: number, change: Partial<PlotPicture> = {}): PlotPicture => ({
    lines: [{ line: { at: [0, end], values: [5, value] }, colour: 'series-1', area: true }],
    span: { from: end - hour, to: end },
    height: 52,
    marks,
    reading: 1,
    ...change,
  });
  const drawn = { picture: picture(hour, 5), width: 300, topOf: (value: number) => 52 - value };
  const seen = (next: PlotPicture) => isSeen(next, drawn);

  it('differs once time has moved by a pixel, or a value stands elsewhere', () => {
    expect(seen(picture(hour + 11_000, 5.4))).toBe(false);
    expect(seen(picture(hour + 12_000, 5))).toBe(true);
    expect(seen(picture(hour + 1_000, 6))).toBe(true);
    expect(isSeen(picture(hour + 1_000, 5), { ...drawn, topOf: () => Number.NaN })).toBe(true);
  });

  it('differs where anything but the ends of its lines does', () => {
    for (const change of [{ reading: 2 }, { height: 72 }, { marks: [] }, { span: { from: 0, to: 2 * hour } }]) {
      expect(seen(picture(hour + 1_000, 5, change)), JSON.stringify(change)).toBe(true);
    }
    const [one] = picture(hour, 5).lines;
    if (one === undefined) throw new Error('no line');
    expect(seen(picture(hour, 5, { lines: [{ ...one, colour: 'danger' }] }))).toBe(true);
    const broken = { ...one, line: { at: [0, hour, hour + 1, hour + 2], values: [5, 5, null, 5] } };
    expect(seen(picture(hour, 5, { lines: [broken] }))).toBe(true);
  });

  it('differs with any new lines where it is not known that they only grew', () => {
    const { reading: _, ...unknown } = picture(hour, 5);
    expect(isSeen(unknown, { ...drawn, picture: { ...unknown, lines: [...unknown.lines] } })).toBe(true);
    expect(isSeen(unknown, { ...drawn, picture: unknown })).toBe(false);
  });
});
