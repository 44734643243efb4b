import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { topSentiments } from '../../../../../shared/models/conversation.ts';
import type { Mask } from '../../../../../shared/models/mask.ts';
import { formatDuration } from '../../../lib/format.ts';
import type { DataAges } from '../model/data-ages.ts';
import { functionCount } from '../model/triage.ts';
import type { LiveWords } from '../model/use-live-words.ts';

interface TextColumn {
  readonly id: string;
  readonly title: string;
}

interface TextOptions {
  readonly words: LiveWords;
  readonly me: string;
  readonly mask: Mask;
  /** This machine's clock and the instance's. */
  readonly now: number;
  readonly serverNow: number;
  readonly ages: DataAges;
}

/** A cell as text, as it is on screen: what is masked there is masked here. */
export function cellText(column: string, row: ConversationRow, options: TextOptions): string {
  const { words, me, mask, now, serverNow, ages } = options;
  switch (column) {
    case 'risk':
      return words.risk(row.risk);
    case 'id':
      return row.id;
    case 'platform':
      return words.platform(row.platform);
    case 'contact': {
      const shown = mask.contact(row.contact.display);
      const { name } = row.contact;
      return name === undefined || name === row.contact.display ? shown : `${shown} ${mask.name(name)}`;
    }
    case 'handler':
      return row.ended ? words.status(row.status) : words.handler(row, me);
    case 'status':
      return words.status(row.status);
    case 'flow':
      return [row.flow?.name, row.state].filter((part) => part !== undefined).join(' › ');
    case 'sentiment':
      return topSentiments(row.sentiments)
        .slice(0, 1)
        .map(({ name, score }) => `${words.sentiment(name)} ${words.score(score)}`)
        .join('');
    case 'duration':
      return row.startedAt === undefined ? '' : formatDuration((row.endedAt ?? serverNow) - row.startedAt);
    case 'sessions':
      return String(row.sessions24h ?? '');
    case 'functions':
      return String(functionCount(row));
    case 'age':
      return words.age(ages.of(row.seenAt, now));
    default:
      return '';
  }
}

/** Titles and rows, one line each, for the clipboard: a spreadsheet takes it as cells. */
export function asTsv(columns: readonly TextColumn[], rows: readonly ConversationRow[], options: TextOptions): string {
  return table(columns, rows, options)
    .map((line) => line.map((cell) => guarded(cell).replaceAll(/[\t\r\n]+/gu, ' ')).join('\t'))
    .join('\n');
}

/** Titles and rows as CSV (RFC 4180), with the mark that tells spreadsheets that it is UTF-8. */
export function asCsv(columns: readonly TextColumn[], rows: readonly ConversationRow[], options: TextOptions): string {
  const lines = table(columns, rows, options).map((line) => line.map((cell) => quoted(guarded(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function table(columns: readonly TextColumn[], rows: readonly ConversationRow[], options: TextOptions): string[][] {
  return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ id }) => cellText(id, row, options)))];
}

/** A spreadsheet would run what begins so: an apostrophe makes it text. */
function guarded(cell: string): string {
  return /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
