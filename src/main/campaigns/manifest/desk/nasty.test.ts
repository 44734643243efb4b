import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FailureError } from '../../../../shared/models/failure.ts';
import { countsOf } from '../../../../shared/models/manifest-reasons.ts';
import { NASTY_CSV } from '../testing/nasty-csv.ts';
import { dialable, type NastyManifest } from '../testing/nasty-manifest.ts';
import { NASTY_XLSX } from '../testing/nasty-xlsx.ts';
import { ManifestDesk } from './desk.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nasty-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function check(desk: ManifestDesk, path: string, nasty: Omit<NastyManifest, 'content'>) {
  const file = await desk.open(path, nasty.reading ?? {}, 'CA');
  const uses = nasty.uses ?? file.columns.map(({ guess }) => guess);
  const summary = await desk.check({ uses, country: 'CA', required: nasty.required ?? [], compareOwn: true });
  return { file, summary };
}

describe('nasty manifests', () => {
  it('are at least sixty', () => {
    expect(new Set([...NASTY_CSV, ...NASTY_XLSX].map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
  });

  it.each([...NASTY_CSV, ...NASTY_XLSX])('$name', async (nasty) => {
    const path = join(folder, 'manifest.csv');
    await writeFile(path, nasty.content);
    const desk = new ManifestDesk(folder, () => undefined);
    const work = check(desk, path, nasty);
    if ('refused' in nasty.expect) {
      const failure: unknown = await work.catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(FailureError);
      expect(failure).toMatchObject({ failure: { code: 'invalid', detail: { reason: nasty.expect.refused } } });
    } else {
      const { file, summary } = await work;
      const counted = countsOf(summary.reasons);
      expect(counted).toEqual(nasty.expect);
      expect(counted.accepted + counted.duplicate + counted.invalid + counted.empty).toBe(summary.rows);
      if (nasty.reasons !== undefined) expect(summary.reasons).toMatchObject(nasty.reasons);
      if (nasty.encoding !== undefined) expect(file.encoding).toBe(nasty.encoding);
      if (nasty.delimiter !== undefined) expect(file.delimiter).toBe(nasty.delimiter);
      if (nasty.headerRow !== undefined) expect(file.headerRow).toBe(nasty.headerRow);
    }
    await desk.close();
    expect(await readdir(folder)).toEqual(['manifest.csv']);
  });

  it('1,000,001 rows: the last one is one too many', async () => {
    const path = join(folder, 'manifest.csv');
    const lines = ['phone'];
    // Ten thousand numbers in each of a hundred exchanges.
    for (let row = 0; row < 1_000_001; row += 1) {
      lines.push(`+1416${200 + (Math.floor(row / 10_000) % 700)}${String(row % 10_000).padStart(4, '0')}`);
    }
    await writeFile(path, lines.join('\n'));
    const desk = new ManifestDesk(folder, () => undefined);
    const { summary } = await check(desk, path, { name: '', expect: { refused: '' } });
    expect(summary.rows).toBe(1_000_001);
    expect(summary.reasons).toEqual({ accepted: 1_000_000, 'row-limit': 1 });
    await desk.close();
  });

  it('a file that is not there, or a folder', async () => {
    const desk = new ManifestDesk(folder, () => undefined);
    const missing = await desk.open(join(folder, 'none.csv'), {}, 'CA').catch((thrown: unknown) => thrown);
    expect(missing).toMatchObject({ failure: { code: 'unavailable', detail: { reason: 'manifest-unreadable' } } });
  });

  it('is no other file when it is exchanged while it is open', async () => {
    const path = join(folder, 'manifest.csv');
    await writeFile(path, `phone\n${dialable(1)}\n`);
    const desk = new ManifestDesk(folder, () => undefined);
    const { file } = await check(desk, path, { name: '', expect: { refused: '' } });
    await rm(path);
    await writeFile(path, 'phone\n1\n2\n3\n');
    const summary = await desk.check({
      uses: file.columns.map(({ guess }) => guess),
      country: 'CA',
      required: [],
      compareOwn: true,
    });
    expect(summary.reasons).toEqual({ accepted: 1 });
    await desk.close();
  });
});
