import { isProved } from '../archive/query.ts';
import { isoTime } from '../iso-time.ts';
import type { ConversationRecord } from '../live-conversation.ts';
import type { Failure, Tag, TenantWorld, ViewRecord } from '../world-port.ts';
import type { EngineParts } from './engine.ts';
import type { Shelves } from './pages.ts';
import { listRecords } from './pages.ts';
import { notFound, refuse } from './refusals.ts';

export type ReviewCommands = Pick<
  TenantWorld,
  'setTags' | 'flag' | 'report' | 'deleteTranscript' | 'recordView' | 'views' | 'contactHistory' | 'journeyParameters'
>;

const mostTags = 30;
const longestNote = 2_000;
/** Views that are remembered of one conversation. */
const mostViews = 200;

function badTag({ name, value }: Tag): boolean {
  return name.trim() === '' || name.length > 64 || value.length > 256;
}

function stale({ shown }: ConversationRecord, expected: number | undefined): Failure | undefined {
  if (expected === undefined || expected === shown.revision) return undefined;
  return refuse('stale-revision', `The conversation is at revision ${shown.revision}, not ${expected}`);
}

/** What is done to a conversation when it is looked at afterwards: tags, flag, report, who viewed it, its contact's others. */
export function createReviewCommands(parts: EngineParts, shelves: Shelves): ReviewCommands {
  const { clock, recorder, records, profile } = parts;
  const views = new Map<string, ViewRecord[]>();

  function change(
    transcriptId: string,
    expectedRevision: number | undefined,
    patch: (record: ConversationRecord) => Parameters<typeof recorder.amend>[1] | Failure,
  ) {
    const record = records.find(transcriptId);
    if (record === undefined) return notFound(transcriptId);
    const refused = stale(record, expectedRevision);
    if (refused !== undefined) return refused;
    const wanted = patch(record);
    if ('ok' in wanted) return wanted;
    recorder.at = clock.now();
    records.keep(record);
    recorder.amend(record, wanted);
    return { ok: true as const, value: record.shown };
  }

  return {
    setTags: (transcriptId, _actor, tags, expectedRevision) =>
      change(transcriptId, expectedRevision, () =>
        tags.length > mostTags || tags.some(badTag)
          ? refuse('invalid', `At most ${mostTags} tags, each with a name (64 characters) and a value (256)`)
          : { tags: tags.map(({ name, value }) => ({ name, value })) },
      ),
    flag: (transcriptId, _actor, flagged, expectedRevision) =>
      change(transcriptId, expectedRevision, () => ({ flagged })),
    report: (transcriptId, actor, { reason, note }) =>
      change(transcriptId, undefined, ({ shown }) => {
        if (reason.trim() === '' || reason.length > 80)
          return refuse('invalid', 'A report has a reason (80 characters)');
        if ((note?.length ?? 0) > longestNote) return refuse('invalid', `A note has at most ${longestNote} characters`);
        if (shown.endedAt === null) return refuse('invalid', 'A conversation in progress is flagged, not reported');
        return {
          status: 'reported',
          flagged: true,
          report: { reason, at: isoTime(clock.now()), by: { id: actor.id, name: actor.name }, ...(note && { note }) },
        };
      }),
    deleteTranscript(transcriptId) {
      const record = records.find(transcriptId);
      if (record === undefined) return notFound(transcriptId);
      if (record.shown.endedAt === null) return refuse('invalid', 'Only what has ended can be deleted');
      records.forget(record);
      return { ok: true, value: record.shown };
    },
    recordView(transcriptId, actor) {
      if (records.find(transcriptId) === undefined) return notFound(transcriptId);
      const seen = views.get(transcriptId) ?? [];
      seen.unshift({ by: { id: actor.id, name: actor.name }, at: isoTime(clock.now()) });
      views.set(transcriptId, seen.slice(0, mostViews));
      return { ok: true, value: seen };
    },
    views: (transcriptId) =>
      records.find(transcriptId) === undefined
        ? notFound(transcriptId)
        : { ok: true, value: views.get(transcriptId) ?? [] },
    contactHistory(transcriptId, cursor, limit) {
      const record = records.find(transcriptId);
      if (record === undefined) return notFound(transcriptId);
      const proved = record.shown.parameters.filter(isProved);
      const thread = profile.journeyParameters
        .map((name) => proved.find((parameter) => parameter.name === name))
        .find((parameter) => parameter !== undefined);
      // Without a parameter that a function has set nothing links conversations; only this one is its history. What
      // somebody merely claims must never show them another's conversations.
      if (thread === undefined)
        return { ok: true, value: { items: [record.shown], nextCursor: null, total: 1, totalIsExact: true } };
      const filter = { parameter: `${thread.name}:${thread.value}`, parameterProved: true };
      return listRecords(shelves, filter, cursor, limit);
    },
    journeyParameters: () => profile.journeyParameters,
  };
}
