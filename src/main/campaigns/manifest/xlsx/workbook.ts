import { posix } from 'node:path';
import type { Zip } from './open-zip.ts';
import { readXml, type XmlHandlers } from './read-xml.ts';
import { workbookFailure } from './workbook-failure.ts';

/** Most bytes that the small parts of a workbook unpack to. */
const SMALL_PART = 32 << 20;
/** Most bytes of texts that cells share. They are kept in memory. */
const SHARED_TEXTS = 256 << 20;
const MOST_SHARED = 8_000_000;

export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly visible: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Dates count from 1904 rather than from 1900. */
  readonly from1904: boolean;
  /** By style of a cell: whether its number is a date. */
  readonly dateStyles: readonly boolean[];
  readonly sharedTexts: readonly string[];
}

/** Reads what the cells of all sheets refer to. @throws FailureError `invalid` */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const main = 'xl/workbook.xml';
  if (!zip.has(main)) throw workbookFailure('manifest-not-a-workbook');
  const targets = await readTargets(zip, 'xl/_rels/workbook.xml.rels');
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readPart(zip, main, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const part = targets.get(id);
      if (part === undefined || !zip.has(part)) return;
      sheets.push({
        name: attributes['name'] ?? part,
        part,
        visible: (attributes['state'] ?? 'visible') === 'visible',
      });
    },
  });
  if (sheets.length === 0) throw workbookFailure('manifest-not-a-workbook');
  return {
    sheets,
    from1904,
    dateStyles: zip.has('xl/styles.xml') ? await readDateStyles(zip) : [],
    sharedTexts: zip.has('xl/sharedStrings.xml') ? await readSharedTexts(zip) : [],
  };
}

async function readPart(zip: Zip, part: string, handlers: XmlHandlers, limit = SMALL_PART): Promise<void> {
  await readXml(zip.read(part, limit), handlers);
}

async function readTargets(zip: Zip, part: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  if (!zip.has(part)) return targets;
  await readPart(zip, part, {
    open(name, attributes) {
      const target = attributes['Target'] ?? '';
      if (name !== 'Relationship' || target === '') return;
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : posix.join('xl', target));
    },
  });
  return targets;
}

/** Texts of several runs (bold here, plain there) are one; what is only there to be read aloud is not part of them. */
async function readSharedTexts(zip: Zip): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let aside = 0;
  const handlers: XmlHandlers = {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') aside += 1;
      else if (name === 't') inText = aside === 0;
    },
    text(part) {
      if (inText) text += part;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') aside -= 1;
      else if (name === 'si') {
        if (texts.length >= MOST_SHARED) throw workbookFailure('manifest-workbook-too-large');
        texts.push(text);
      }
    },
  };
  await readPart(zip, 'xl/sharedStrings.xml', handlers, SHARED_TEXTS);
  return texts;
}

/** Built-in formats that are dates or times, by their numbers (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

async function readDateStyles(zip: Zip): Promise<readonly boolean[]> {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readPart(zip, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(custom.get(id) ?? isBuiltInDate(id));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** What is in quotes, in brackets or behind a backslash is not part of the pattern. */
const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').replaceAll(/general/gi, ''));
