import type { RowsBatch, TranscriptBatch } from '../../shared/ipc/live-batches.ts';
import type { AlertsGlance, AlertsView } from '../../shared/models/alert.ts';
import type { AwayList } from '../../shared/models/away.ts';
import type { CommandResult } from '../../shared/models/command.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import type { DraftChange, DraftsHealth } from '../../shared/models/draft.ts';
import type { HubStatus } from '../../shared/models/freshness.ts';
import type { HoldsState } from '../../shared/models/hold.ts';
import type { WorkbenchView } from '../../shared/models/manifest-workbench.ts';
import type { PreferencesView } from '../../shared/models/preferences.ts';
import type { SessionState } from '../../shared/models/session.ts';
import type { TelemetryView } from '../../shared/models/telemetry.ts';
import type { ToldOutcome } from '../../shared/models/told.ts';
import type { Message, Transcript } from '../../shared/models/transcript.ts';
import type { WallView } from '../../shared/models/wall.ts';
import { createAnswers } from './fake-answers.ts';
import { fakeTranscript } from './fake-conversations.ts';
import { noManifest } from './fake-manifest.ts';
import * as states from './fake-states.ts';
import { fakeTelemetry } from './fake-telemetry.ts';
import type { FakeBridge, FakeState } from './fake-types.ts';
import { createTopic, type Topic } from './topic.ts';

/** A whole pretended main process over plain objects: the signed-in console with what `start` holds. */
export function createFakeBridge(start: Partial<FakeState> = {}, now: () => number = Date.now): FakeBridge {
  const state: FakeState = {
    session: states.signedIn,
    preferences: states.preferences,
    systemLanguage: 'en',
    preferencesProblem: undefined,
    preferencesLocked: [],
    appInfo: states.appInfo,
    instance: states.instance,
    report: states.bindingReport(now()),
    hub: states.liveHub('northwind', now()),
    rows: new Map(),
    transcripts: new Map(),
    drafts: new Map(),
    draftsHealth: {},
    alerts: states.alerts,
    telemetry: fakeTelemetry(now()),
    boards: new Map(),
    annotations: [],
    pastMissing: [],
    pastComing: false,
    wall: { layout: { ...states.wallLayout }, kiosk: false },
    views: states.views,
    replies: [],
    away: { tenant: 'northwind', items: [], dropped: 0 },
    holds: { holds: [] },
    journal: [],
    manifest: noManifest,
    contacts: [
      { id: 'ic-1', name: 'Billing desk', phoneNumber: '+1 416 555 0150' },
      { id: 'ic-2', name: 'Field dispatch' },
    ],
    ...start,
  };
  const calls: { name: string; input: unknown }[] = [];
  const did = (name: string, input?: unknown) => {
    calls.push({ name, input });
  };
  const viewOfPreferences = (): PreferencesView => ({
    preferences: state.preferences,
    language: state.preferences.language === 'system' ? state.systemLanguage : state.preferences.language,
    locked: state.preferencesLocked,
    ...(state.preferencesProblem === undefined ? {} : { problem: state.preferencesProblem }),
  });
  const transcriptOf = (id: string): Transcript | undefined => {
    const row = state.rows.get(id);
    const known = state.transcripts.get(id) ?? (row === undefined ? undefined : fakeTranscript(row));
    if (known !== undefined) state.transcripts.set(id, known);
    return known;
  };
  const transcriptTopics = new Map<string, Topic<TranscriptBatch>>();
  const transcriptTopic = (id: string): Topic<TranscriptBatch> => {
    const known = transcriptTopics.get(id);
    if (known !== undefined) return known;
    const made = createTopic<TranscriptBatch>(() => {
      const transcript = transcriptOf(id);
      return transcript === undefined ? { kind: 'gone' } : { kind: 'snapshot', transcript };
    });
    transcriptTopics.set(id, made);
    return made;
  };
  const topics = {
    session: createTopic<SessionState>(() => state.session),
    preferences: createTopic<PreferencesView>(viewOfPreferences),
    hub: createTopic<HubStatus>(() => state.hub),
    wall: createTopic<WallView>(() => state.wall),
    alerts: createTopic<AlertsView>(() => state.alerts),
    glance: createTopic<AlertsGlance>(() => ({
      open: state.alerts.inbox.filter((alert) => alert.state === 'active' && !alert.acknowledged).length,
    })),
    telemetry: createTopic<TelemetryView>(() => state.telemetry),
    away: createTopic<AwayList>(() => state.away),
    holds: createTopic<HoldsState>(() => state.holds),
    drafts: createTopic<readonly DraftChange[]>(() => undefined),
    draftsHealth: createTopic<DraftsHealth>(() => state.draftsHealth),
    told: createTopic<readonly ToldOutcome[]>(() => undefined),
    manifest: createTopic<WorkbenchView>(() => state.manifest),
    rows: createTopic<RowsBatch>(() => ({ kind: 'snapshot', rows: [...state.rows.values()] })),
    transcript: transcriptTopic,
  };

  const setSession = (session: SessionState) => {
    state.session = session;
    topics.session.push(session);
  };
  const upsert = (rows: readonly ConversationRow[], oldestEventAt?: number) => {
    for (const row of rows) {
      state.rows.set(row.id, row);
      const transcript = state.transcripts.get(row.id);
      if (transcript === undefined) continue;
      state.transcripts.set(row.id, { ...transcript, conversation: row });
      transcriptTopic(row.id).push({
        kind: 'patch',
        conversation: row,
        messages: [],
        functionCalls: [],
        transitions: [],
        seenAt: now(),
      });
    }
    topics.rows.push({
      kind: 'patch',
      upserts: rows,
      removed: [],
      ...(oldestEventAt === undefined ? {} : { oldestEventAt }),
    });
  };
  const say = (id: string, message: Message) => {
    const transcript = transcriptOf(id);
    if (transcript === undefined) return;
    state.transcripts.set(id, { ...transcript, messages: [...transcript.messages, message] });
    transcriptTopic(id).push({ kind: 'patch', messages: [message], functionCalls: [], transitions: [], seenAt: now() });
  };
  const change = (id: string, patch: Partial<ConversationRow>): CommandResult => {
    const row = state.rows.get(id);
    if (row === undefined)
      return { outcome: 'refused', failure: { code: 'not-found', message: 'Gone.' }, differences: [] };
    const next = { ...row, ...patch, revision: (row.revision ?? 0) + 1, seenAt: now() };
    upsert([next]);
    return { outcome: 'done', conversation: next };
  };

  const tellPreferences = () => topics.preferences.push(viewOfPreferences());
  const api = createAnswers({ state, topics, say, setSession, tellPreferences, change, did, now });

  return {
    api,
    state,
    calls,
    topics,
    setSession,
    setHub: (patch) => {
      state.hub = { ...state.hub, ...patch };
      topics.hub.push(state.hub);
    },
    upsert,
    remove: (ids) => {
      for (const id of ids) state.rows.delete(id);
      topics.rows.push({ kind: 'patch', upserts: [], removed: ids });
    },
    say,
  };
}
