import type { RowReason } from '../../../../shared/models/manifest-reasons.ts';
import type { NumberProblem, NumberReader } from '../phone/read-number.ts';

/** What a cell of the column of numbers holds: a number, or why not and what was probably meant. */
export type NumberCell = { readonly number: number } | { readonly kind: RowReason; readonly suggestion?: string };

const REASONS: Readonly<Record<NumberProblem, RowReason>> = {
  'not-a-number': 'not-a-number',
  'too-short': 'number-too-short',
  'too-long': 'number-too-long',
  unassigned: 'number-unassigned',
  'unknown-country': 'number-unknown-country',
};

const EXTENSION = /[\s,;]*(?:extension|ext|poste|post|x|#)[.:]?\s*\d{1,7}\s*$/i;
const BETWEEN_NUMBERS = /\s*(?:[;,/|\n]|\b(?:or|ou|and|et)\b)\s*/i;

/** Reads a cell that is not empty. */
export function readNumberCell(text: string, reader: NumberReader): NumberCell {
  const reading = reader.fromText(text);
  if (typeof reading === 'number') return { number: reading };
  return scientific(text.trim(), reader) ?? misread(text, reader) ?? { kind: REASONS[reading] };
}

/** `4.165550123E+09`: told exactly only when no digit was rounded away. */
function scientific(text: string, reader: NumberReader): NumberCell | undefined {
  const [, whole = '', , fraction = '', exponent = ''] = /^\+?(\d+)([.,](\d+))?E\+?(\d{1,2})$/i.exec(text) ?? [];
  if (exponent === '') return undefined;
  const missing = Number(exponent) - fraction.length;
  if (missing > 0) return { kind: 'number-digits-lost' };
  if (missing < 0) return { kind: 'not-a-number' };
  return (
    suggest('number-scientific', whole + fraction, reader) ??
    suggest('number-scientific', `+${whole}${fraction}`, reader)
  );
}

function misread(text: string, reader: NumberReader): NumberCell | undefined {
  const digits = text.replace(/\D/g, '');
  if (/^[\d\s().-]+$/.test(text)) {
    return suggest('number-without-plus', `+${digits.replace(/^00/, '')}`, reader);
  }
  const short = text.replace(EXTENSION, '');
  if (short !== text) {
    const found = suggest('number-with-extension', short, reader);
    if (found !== undefined) return found;
  }
  const parts = text.split(BETWEEN_NUMBERS).filter((part) => part.replace(/\D/g, '').length >= 7);
  if (parts.length < 2) return undefined;
  for (const part of parts) {
    const found = suggest('number-several', part, reader);
    if (found !== undefined) return found;
  }
  return undefined;
}

function suggest(kind: RowReason, text: string, reader: NumberReader): NumberCell | undefined {
  const reading = reader.fromText(text);
  return typeof reading === 'number' ? { kind, suggestion: `+${reading}` } : undefined;
}
