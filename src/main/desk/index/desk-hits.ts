import { JsonText } from '../../../shared/ipc/json-text.ts';
import type { DeskHit, DeskResult } from '../../../shared/models/desk.ts';
import { MARK_CLOSE, MARK_OPEN } from './desk-schema.ts';

/** One message that was found, as the statements of the index select it. */
export interface HitRow {
  readonly message_id: string;
  readonly speaker: string;
  readonly at: number | null;
  readonly text: string;
  readonly shown: string;
  readonly kept: number;
  readonly pinned: number;
}

/** Cuts the marks out of a text that FTS5 has marked. */
export function unmark(marked: string): Pick<DeskHit, 'text' | 'marks'> {
  const marks: { readonly from: number; readonly to: number }[] = [];
  let text = '';
  let from = 0;
  for (const piece of marked.split(/([\ue000\ue001])/u)) {
    if (piece === MARK_OPEN) from = text.length;
    else if (piece === MARK_CLOSE) marks.push({ from, to: text.length });
    else text += piece;
  }
  return { text, marks };
}

/** The marks' own characters in a message would be taken for marks. */
export function clean(text: string): string {
  return text.replace(/[\ue000\ue001]/gu, ' ');
}

/** Reads a row of SQLite's. */
export function rowOf(row: Record<string, unknown>): HitRow {
  const text = (name: string): string => String(row[name] ?? '');
  return {
    message_id: text('message_id'),
    speaker: text('speaker'),
    at: typeof row['at'] === 'number' ? row['at'] : null,
    text: text('text'),
    shown: text('shown'),
    kept: Number(row['kept']),
    pinned: Number(row['pinned']),
  };
}

/**
 * A row as a hit, in JSON: the conversation is kept as that, and need not be read to be written again.
 * @param read takes the marks out of its text
 */
export function hitText(row: HitRow, read: (text: string) => Pick<DeskHit, 'text' | 'marks'>): string {
  const { shown, message_id: messageId, speaker, at, kept: keptAt, pinned } = row;
  const rest: Omit<DeskHit, 'conversation'> = {
    messageId,
    speaker,
    ...(at !== null && { at }),
    ...read(row.text),
    keptAt,
    pinned: pinned === 1,
  };
  return `{"conversation":${shown},${JSON.stringify(rest).slice(1)}`;
}

/** The first so many of hits, of which there may be one more. */
export function pageOf(hits: readonly string[], limit: number): JsonText<DeskResult> {
  return new JsonText(`{"hits":[${hits.slice(0, limit).join(',')}],"more":${hits.length > limit}}`);
}
