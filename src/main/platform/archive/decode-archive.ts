import type { ArchiveHit, Snippet, TranscriptView } from '../../../shared/models/archive.ts';
import type { ConversationDecoder } from '../decode/conversation.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { instantOf } from '../decode/instant.ts';
import { present } from '../decode/present.ts';
import { personOf, wordOf } from '../decode/read-fields.ts';
import { CONVERSATION_NAMES } from '../decode/transcript.ts';
import { countOf, listOf, textOf, truthOf } from '../decode/values.ts';
import { createVocabulary } from '../decode/vocabulary.ts';
import { isRecord, own, safeKeys } from '../json.ts';
import { squash } from '../words.ts';

const HIT = createFieldTable({
  snippets: ['snippets', 'excerpts', 'highlights', 'matches', 'fragments', 'passages'],
});
const SNIPPET = createFieldTable({
  messageId: ['messageid', 'utteranceid', 'turnid', 'entryid', 'id'],
  text: ['text', 'content', 'excerpt', 'snippet', 'fragment', 'body'],
  speaker: ['speaker', 'role', 'author', 'saidby'],
  marks: ['marks', 'highlights', 'offsets', 'ranges', 'positions'],
});
const MARK = createFieldTable({ from: ['from', 'start', 'begin', 'offset'], to: ['to', 'end', 'until', 'stop'] });
const VIEW = createFieldTable({
  by: ['by', 'user', 'viewer', 'displayname', 'username', 'name', 'userid'],
  at: ['at', 'openedat', 'viewedat', 'time', 'when'],
});
const COUNT = createFieldTable({
  exact: ['totalisexact', 'exact', 'isexact', 'totalexact'],
  estimated: ['estimated', 'totalisestimate', 'approximate', 'isapproximate'],
});

const speakerWord = createVocabulary({
  customer: ['visitor', 'user', 'caller', 'client', 'contact', 'enduser'],
  ai: ['assistant', 'bot', 'aiagent', 'model'],
  csr: ['agent', 'operator', 'human', 'staff'],
  system: ['notice', 'event'],
});

/** A stretch of `text`; what lies outside of it or is upside down is dropped. */
function decodeMark(raw: unknown, length: number): readonly { readonly from: number; readonly to: number }[] {
  if (!isRecord(raw)) return [];
  const { values } = MARK.read(raw);
  const [from, to] = [countOf(values.from), countOf(values.to)];
  return from !== undefined && to !== undefined && from < to && to <= length ? [{ from, to }] : [];
}

function decodeSnippet(raw: unknown): readonly Snippet[] {
  if (typeof raw === 'string') return [{ text: raw, marks: [] }];
  if (!isRecord(raw)) return [];
  const { values } = SNIPPET.read(raw);
  const text = textOf(values.text);
  if (text === undefined) return [];
  return [
    present({
      messageId: textOf(values.messageId),
      text,
      speaker: wordOf(values.speaker, speakerWord),
      marks: listOf(values.marks).flatMap((mark) => decodeMark(mark, text.length)),
    }),
  ];
}

/** Makes the decoder of one hit: a conversation, bare or beside its snippets. */
export function hitDecoder(conversation: ConversationDecoder): (raw: unknown) => ArchiveHit | undefined {
  return (raw) => {
    if (!isRecord(raw)) return undefined;
    const inner = safeKeys(raw).find((key) => CONVERSATION_NAMES.includes(squash(key)) && isRecord(own(raw, key)));
    const found = conversation(inner === undefined ? raw : own(raw, inner));
    if (found === undefined) return undefined;
    return { conversation: found, snippets: listOf(HIT.read(raw).values.snippets).flatMap(decodeSnippet) };
  };
}

/** Who opened a transcript. */
export function decodeView(raw: unknown): TranscriptView | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = VIEW.read(raw);
  const by = personOf(values.by);
  return by === undefined ? undefined : present({ by, at: instantOf(values.at) });
}

/** Whether a page's total is what it says; instances that say nothing are believed. */
export function totalIsExact(levels: readonly Parameters<typeof COUNT.read>[0][]): boolean {
  return levels.every((level) => {
    const { values } = COUNT.read(level);
    if (values.exact !== undefined) return truthOf(values.exact);
    return values.estimated === undefined || !truthOf(values.estimated);
  });
}
