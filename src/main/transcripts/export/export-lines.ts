import type { ArchivedTranscript } from '../../../shared/models/archive.ts';
import { type Conversation, topSentiments } from '../../../shared/models/conversation.ts';
import { maskOf } from '../../../shared/models/mask.ts';
import type { Message } from '../../../shared/models/transcript.ts';
import type { ExportFormat } from '../../../shared/models/transcript-export.ts';
import { csvLine } from '../../storage/csv-cell.ts';
import { instantText } from './instant-text.ts';

const instant = (at: number | undefined): string => (at === undefined ? '' : instantText(at));
const pairs = (list: readonly { readonly name: string; readonly value?: string }[]): string =>
  list.map(({ name, value }) => (value === undefined || value === '' ? name : `${name}:${value}`)).join('; ');

const COLUMNS: readonly (readonly [string, (one: Conversation) => string | number | boolean | undefined])[] = [
  ['id', ({ id }) => id],
  ['platform', ({ platform }) => platform],
  ['direction', ({ direction }) => direction],
  ['contact', ({ contact }) => contact.display],
  ['contactName', ({ contact }) => contact.name],
  ['status', ({ status }) => status],
  ['flow', ({ flow }) => flow?.name],
  ['startedAt', ({ startedAt }) => instant(startedAt)],
  ['endedAt', ({ endedAt }) => instant(endedAt)],
  ['lastMessageAt', ({ lastMessageAt }) => instant(lastMessageAt)],
  [
    'durationSeconds',
    ({ startedAt, endedAt }) =>
      startedAt === undefined || endedAt === undefined ? undefined : Math.round((endedAt - startedAt) / 1000),
  ],
  ['risk', ({ risk }) => risk?.label],
  [
    'sentiments',
    ({ sentiments }) =>
      topSentiments(sentiments)
        .map(({ name, score }) => `${name} ${score}`)
        .join('; '),
  ],
  ['functions', ({ functionsCalled }) => functionsCalled.join('; ')],
  ['tags', ({ tags }) => pairs(tags)],
  ['parameters', ({ parameters }) => pairs(parameters)],
  ['flagged', ({ flagged }) => flagged],
  ['language', ({ language }) => language],
  ['environment', ({ environment }) => environment],
];
const MESSAGE_COLUMNS = ['conversation', 'at', 'speaker', 'author', 'text', 'messageId'];

/** What leaves masked leaves without names too, whatever is hidden on the screen. */
const MASK = maskOf('all');

/** Who wrote it, where that is somebody of the tenant's own. */
function withoutContact({ author, ...message }: Message): Message {
  const isOwn = author !== undefined && (message.role === 'csr' || message.role === 'ai');
  return { ...message, ...(isOwn && { author }), text: MASK.text(message.text) };
}

/** A conversation without what tells who its contact is: numbers, addresses and names are masked, values of parameters are left out. */
export function maskedTranscript(transcript: ArchivedTranscript): ArchivedTranscript {
  const { conversation, messages, functionCalls } = transcript;
  return {
    ...transcript,
    conversation: {
      ...conversation,
      contact: { display: MASK.contact(conversation.contact.display) },
      parameters: conversation.parameters.map((one) => ({ ...one, value: '•••' })),
      other: {},
    },
    messages: messages.map(withoutContact),
    functionCalls: functionCalls.map(({ error, ...call }) => ({
      ...call,
      inputs: null,
      outputs: null,
      ...(error !== undefined && { error: MASK.text(error) }),
    })),
  };
}

/** What a file of the format begins with. A mark of UTF-8, so that spreadsheets read accents. */
export function headOf(format: ExportFormat): string {
  if (format === 'conversations-csv') return `\uFEFF${csvLine(COLUMNS.map(([name]) => name))}`;
  return format === 'messages-csv' ? `\uFEFF${csvLine(MESSAGE_COLUMNS)}` : '';
}

/** Whether the format needs what was said, beyond what lists tell. */
export function needsMessages(format: ExportFormat): boolean {
  return format !== 'conversations-csv';
}

/** Who spoke; whom the console does not know by the instance's own word. */
const speakerOf = ({ role, roleLabel }: Message): string => roleLabel ?? role;

/** One conversation in the format. */
export function linesOf(
  format: ExportFormat,
  { conversation, messages, functionCalls, transitions }: ArchivedTranscript,
): string {
  switch (format) {
    case 'conversations-csv':
      return csvLine(COLUMNS.map(([, read]) => read(conversation)));
    case 'messages-csv':
      return messages
        .map((one) => csvLine([conversation.id, instant(one.at), speakerOf(one), one.author, one.text, one.id]))
        .join('');
    case 'jsonl':
      return `${JSON.stringify({ conversation, messages, functionCalls, transitions })}\n`;
    default:
      return [
        `${conversation.id}  ${conversation.platform}  ${conversation.contact.display}  ${conversation.status}  ${instant(conversation.startedAt)}`,
        ...messages.map((one) => `[${instant(one.at)}] ${one.author ?? speakerOf(one)}: ${one.text}`),
        '',
        '',
      ].join('\n');
  }
}
