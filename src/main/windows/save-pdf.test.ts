import { describe, expect, it } from 'vitest';
import { type PrintedPage, type SaveFile, savePdf } from './save-pdf.ts';

const wish = { suggestedName: 'shift', landscape: true };
const page = (print: PrintedPage['printToPDF']): PrintedPage => ({ printToPDF: print });

describe('a page as PDF', () => {
  it('is printed with its backgrounds and saved under the name that was chosen', async () => {
    const asked: unknown[] = [];
    const save: SaveFile = async (name, content) => {
      asked.push([name, Buffer.from(content).toString()]);
      return true;
    };
    const printed = page(async (options) => {
      asked.push(options);
      return Buffer.from('%PDF-');
    });
    expect(await savePdf(printed, wish, save)).toBe(true);
    expect(await savePdf(printed, { suggestedName: 'a.pdf', landscape: false }, async () => false)).toBe(false);
    expect(asked).toEqual([
      { landscape: true, printBackground: true },
      ['shift.pdf', '%PDF-'],
      { landscape: false, printBackground: true },
    ]);
  });

  it('says that it could not be printed, and saves nothing then', async () => {
    const never: SaveFile = () => Promise.reject(new Error('nothing is to be saved'));
    const broken = page(() => Promise.reject(new Error('gone')));
    for (const printed of [broken, undefined]) {
      await expect(savePdf(printed, wish, never)).rejects.toMatchObject({
        failure: { code: 'unavailable', detail: { reason: 'print-failed' } },
      });
    }
  });
});
