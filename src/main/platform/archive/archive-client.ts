import type { ArchivePage, ArchiveQuery } from '../../../shared/models/archive.ts';
import type { Conversation } from '../../../shared/models/conversation.ts';
import { FailureError } from '../../../shared/models/failure.ts';
import type { OperationId } from '../../../shared/models/operation.ts';
import type { Bindings } from '../bind.ts';
import type { CampaignClientDeps } from '../campaigns/campaign-caller.ts';
import { body, createCampaignCaller } from '../campaigns/campaign-caller.ts';
import { fetchPage } from '../client/fetch-page.ts';
import type { Inputs } from '../client/inputs.ts';
import { operationCaller } from '../client/operation-caller.ts';
import { conversationDecoder } from '../decode/conversation.ts';
import { answerSchema } from '../decode/decoders.ts';
import { elementSchemaIn, unwrapped } from '../decode/envelope.ts';
import { transcriptDecoder, wrappedConversationDecoder } from '../decode/transcript.ts';
import { textOf } from '../decode/values.ts';
import { isRecord, own, safeKeys } from '../json.ts';
import type { ArchiveApi, ArchivePageAsked } from './archive-api.ts';
import { FLAG_SHAPE, listFilters, REPORT_SHAPE, searchFields, TAGS_SHAPE } from './archive-shapes.ts';
import { decodeView, hitDecoder, totalIsExact } from './decode-archive.ts';
import { searchPage } from './search-paging.ts';

const LIST_NAMES = ['transcripts', 'conversations', 'hits', 'items'];
const ENVELOPES = ['meta', 'paging', 'pagination', 'pageinfo'];
const DEFAULT_LIMIT = 100;

/** Makes the archive client of one tenant over whatever operations are bound. */
export function createArchiveClient(deps: CampaignClientDeps): ArchiveApi {
  const caller = createCampaignCaller(deps);
  const api = operationCaller(deps.caller, deps.operations);
  let made: { readonly of: Bindings; readonly decoders: ReturnType<typeof decodersOf> } | undefined;
  const decode = () => {
    const { bindings } = deps.operations();
    if (made?.of !== bindings) made = { of: bindings, decoders: decodersOf(bindings) };
    return made.decoders;
  };
  const unreadable = (operation: OperationId) =>
    new FailureError('unavailable', `${operation}: the answer is not understood`, {
      reason: 'unreadable-answer',
      operation,
    });

  /** A page of conversations by query values. */
  async function listed(operation: OperationId, inputs: Inputs, asked: ArchivePageAsked): Promise<ArchivePage> {
    let exact = true;
    const ask = async (query: Readonly<Record<string, string>>) => {
      const answer = await caller.call(operation, { ...inputs, query }, asked.signal);
      exact = totalIsExact(unwrapped(answer, ENVELOPES));
      return answer;
    };
    const fetched = await fetchPage(api.bound(operation), {
      names: LIST_NAMES,
      ask,
      mark: asked.next,
      limit: asked.limit ?? DEFAULT_LIMIT,
      idOf: idOf(operation),
    });
    if (fetched === undefined) throw unreadable(operation);
    return { ...fetched, items: hits(operation, fetched.items), totalIsExact: exact };
  }

  const idOf = (operation: OperationId) => (raw: unknown) => decode().hit(operation)(raw)?.conversation.id;

  function hits(operation: OperationId, raw: readonly unknown[]) {
    const items = raw.flatMap((one) => decode().hit(operation)(one) ?? []);
    if (items.length === 0 && raw.length > 0) throw unreadable(operation);
    return items;
  }

  /** A page of hits by a body. */
  async function searched(query: ArchiveQuery, asked: ArchivePageAsked): Promise<ArchivePage> {
    const operation = 'transcripts.search';
    const page = await searchPage({
      names: LIST_NAMES,
      ask: (place) => caller.call(operation, { fields: searchFields(query, place) }, asked.signal),
      mark: asked.next,
      limit: asked.limit ?? DEFAULT_LIMIT,
      idOf: idOf(operation),
    });
    if (page === undefined) throw unreadable(operation);
    const { items, answer, ...rest } = page;
    return { ...rest, items: hits(operation, items), totalIsExact: totalIsExact(unwrapped(answer, ENVELOPES)) };
  }

  async function changed(operation: OperationId, inputs: Inputs): Promise<Conversation | undefined> {
    return decode().acted(operation)(await caller.call(operation, inputs));
  }

  return {
    tenant: deps.tenant,
    can: caller.can,
    async search(query, page = {}) {
      if (query.pattern !== undefined)
        throw new FailureError('unavailable', 'The instance has no place for regular expressions', {
          reason: 'pattern-needs-desk',
        });
      const plain = query.text.trim() === '' && query.speaker === undefined;
      if (plain && caller.can('transcripts.list'))
        return listed('transcripts.list', { filters: listFilters(query) }, page);
      return searched(query, page);
    },
    async get(id, signal) {
      const found = decode().transcript(await caller.call('transcripts.get', { id }, signal));
      if (found === undefined) throw unreadable('transcripts.get');
      return found;
    },
    readable: (id, signal) => api.text('transcripts.readable', { tenant: deps.tenant, id }, signal),
    setTags: (id, tags, expectedRevision) =>
      changed('transcripts.setTags', {
        id,
        ...body(TAGS_SHAPE, { tags: tags.map(({ name, value }) => ({ name, value: value ?? '' })), expectedRevision }),
      }),
    flag: (id, flagged, expectedRevision) =>
      changed('transcripts.flag', { id, ...body(FLAG_SHAPE, { flagged, expectedRevision }) }),
    report: (id, reason, note) => changed('transcripts.report', { id, ...body(REPORT_SHAPE, { reason, note }) }),
    recording: (id, signal) => api.bytes('transcripts.recording', { tenant: deps.tenant, id }, signal),
    async recordView(id) {
      await caller.call('transcripts.recordView', { id });
    },
    views: (id) => caller.list('transcripts.views', { inputs: { id }, names: ['views'], decode: decodeView }),
    history: (id, page = {}) => listed('transcripts.history', { id }, page),
    async journeyParameters() {
      return caller.list('journey.parameters', { inputs: {}, names: ['names', 'parameters'], decode: nameOf });
    },
  };
}

/** A name, bare or as the one text of an object. */
function nameOf(raw: unknown): string | undefined {
  if (!isRecord(raw)) return textOf(raw);
  return safeKeys(raw)
    .map((key) => textOf(own(raw, key)))
    .find((text) => text !== undefined);
}

function decodersOf(bindings: Bindings) {
  const hit = new Map<OperationId, ReturnType<typeof hitDecoder>>();
  const acted = new Map<OperationId, ReturnType<typeof wrappedConversationDecoder>>();
  const remembered = <T>(known: Map<OperationId, T>, operation: OperationId, make: () => T): T => {
    const value = known.get(operation) ?? make();
    known.set(operation, value);
    return value;
  };
  return {
    transcript: transcriptDecoder(answerSchema(bindings, 'transcripts.get')),
    hit: (operation: OperationId) =>
      remembered(hit, operation, () => hitDecoder(conversationDecoder(conversationSchema(bindings, operation)))),
    acted: (operation: OperationId) =>
      remembered(acted, operation, () => wrappedConversationDecoder(answerSchema(bindings, operation))),
  };
}

/** The schema of a listed conversation: the element itself, or the conversation within a hit. */
function conversationSchema(bindings: Bindings, operation: OperationId) {
  return elementSchemaIn(
    answerSchema(bindings, operation === 'transcripts.search' ? 'transcripts.list' : operation),
    LIST_NAMES,
  );
}
