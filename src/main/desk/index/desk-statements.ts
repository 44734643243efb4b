import type { DeskQuery } from '../../../shared/models/desk.ts';
import { MARK_CLOSE, MARK_OPEN } from './desk-schema.ts';

/** Which messages a search looks at, beside what they say: conditions on `m`, a message, and `c`, its conversation. */
export interface Narrowed {
  readonly where: string;
  readonly values: readonly (string | number)[];
  /** By nothing else. */
  readonly byTenant: boolean;
}

/** What of a search is no text. */
export function narrow({ tenant, speaker, tag }: DeskQuery): Narrowed {
  const conditions = ['c.tenant = ?'];
  const values: (string | number)[] = [tenant];
  if (speaker !== undefined) {
    conditions.push('m.speaker = ?');
    values.push(speaker);
  }
  if (tag !== undefined) {
    const at = tag.indexOf(':');
    const [name, value] = at < 0 ? [tag] : [tag.slice(0, at), tag.slice(at + 1)];
    conditions.push(`m.of IN (SELECT of FROM tag WHERE name = ?${value === undefined ? '' : ' AND value = ?'})`);
    values.push(name ?? '', ...(value === undefined ? [] : [value]));
  }
  return { where: conditions.join(' AND '), values, byTenant: conditions.length === 1 };
}

const COLUMNS = 'm.message_id, m.speaker, m.at, c.shown, c.kept, c.pinned';
const MARKED = `highlight(words, 0, '${MARK_OPEN}', '${MARK_CLOSE}') AS text`;
const WITH_CONVERSATION = 'message m JOIN conversation c ON c.id = m.of';

/** Values: the words, those of `where`, how many. */
export const newestFirst = (where: string): string => matching(`${where} ORDER BY words.rowid DESC LIMIT ?`);

/** The best of those that `where` lets through; values as of `newestFirst`. */
export const bestFirst = (where: string): string => matching(`${where} ORDER BY words.rank LIMIT ?`);

const matching = (rest: string): string =>
  `SELECT ${COLUMNS}, ${MARKED} FROM words JOIN message m ON m.id = words.rowid JOIN conversation c ON c.id = m.of WHERE words MATCH ? AND ${rest}`;

/** The best of all, and of these whatever `where` lets through. Values: the words, how many, those of `where`. */
export const bestOf = (where: string): string =>
  `SELECT ${COLUMNS}, best.text
     FROM (SELECT rowid AS id, bm25(words) AS score, ${MARKED}
             FROM words WHERE words MATCH ? ORDER BY score, id DESC LIMIT ?) best
     JOIN message m ON m.id = best.id JOIN conversation c ON c.id = m.of WHERE ${where} ORDER BY best.score, best.id DESC`;

/** Every text, the newest first. Values: those of `where`. */
export const allTexts = (where: string): string =>
  `SELECT ${COLUMNS}, m.text FROM ${WITH_CONVERSATION} WHERE ${where} ORDER BY m.id DESC`;
