import type { BridgeApi } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/envelope.ts';
import type { RowsBatch, TranscriptBatch } from '../../shared/ipc/live-batches.ts';
import type { CommandResult } from '../../shared/models/command.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import type { Failure, FailureCode, FailureDetail } from '../../shared/models/failure.ts';
import type { HubStatus } from '../../shared/models/freshness.ts';
import type { InstanceSettings, InstanceView } from '../../shared/models/instance.ts';
import type { BindingReport } from '../../shared/models/operation.ts';
import type { AppInfo, Preferences, PreferencesView } from '../../shared/models/preferences.ts';
import type { SessionState } from '../../shared/models/session.ts';
import type { InternalContact, Message, Transcript } from '../../shared/models/transcript.ts';
import { fakeTranscript } from './fake-conversations.ts';
import * as states from './fake-states.ts';
import { createTopic, type Topic } from './topic.ts';

type Mutable<T> = { -readonly [K in keyof T]: { -readonly [C in keyof T[K]]: T[K][C] } };

/** Wraps a value as main would. */
export const ok = <T>(value: T): Envelope<T> => ({ ok: true, value });
/** A failed answer as main would send it. */
export const failed = (
  code: FailureCode,
  detail?: FailureDetail,
  message = 'It failed.',
): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: detail === undefined ? { code, message } : { code, message, detail },
});

/** What the fake starts with; plain data, changed freely by tests before or after the window opens. */
export interface FakeState {
  session: SessionState;
  preferences: Preferences;
  /** What `system` resolves to. */
  systemLanguage: 'en' | 'fr';
  preferencesProblem: PreferencesView['problem'];
  appInfo: AppInfo;
  instance: InstanceView;
  report: BindingReport;
  hub: HubStatus;
  rows: Map<string, ConversationRow>;
  transcripts: Map<string, Transcript>;
  drafts: Map<string, string>;
  contacts: readonly InternalContact[];
}

export interface FakeBridge {
  /** Give it to `globalThis.dialai`. Replace any function to script an answer. */
  readonly api: Mutable<BridgeApi>;
  readonly state: FakeState;
  /** Every call made, in order, as `group.call` with its input. */
  readonly calls: { readonly name: string; readonly input: unknown }[];
  readonly topics: {
    readonly session: Topic<SessionState>;
    readonly preferences: Topic<PreferencesView>;
    readonly hub: Topic<HubStatus>;
    readonly rows: Topic<RowsBatch>;
    /** One for each conversation. */
    readonly transcript: (id: string) => Topic<TranscriptBatch>;
  };
  setSession(session: SessionState): void;
  setHub(change: Partial<HubStatus>): void;
  /** Changes or adds rows and sends the patch. */
  upsert(rows: readonly ConversationRow[], oldestEventAt?: number): void;
  remove(ids: readonly string[]): void;
  say(id: string, message: Message): void;
}

/** A whole pretended main process over plain objects: the signed-in console with what `start` holds. */
export function createFakeBridge(start: Partial<FakeState> = {}, now: () => number = Date.now): FakeBridge {
  const state: FakeState = {
    session: states.signedIn,
    preferences: states.preferences,
    systemLanguage: 'en',
    preferencesProblem: undefined,
    appInfo: states.appInfo,
    instance: states.instance,
    report: states.bindingReport(now()),
    hub: states.liveHub('northwind', now()),
    rows: new Map(),
    transcripts: new Map(),
    drafts: new Map(),
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
  const done = <T>(name: string, input: unknown, value: T): Envelope<T> => {
    did(name, input);
    return ok(value);
  };
  const viewOfPreferences = (): PreferencesView => ({
    preferences: state.preferences,
    language: state.preferences.language === 'system' ? state.systemLanguage : state.preferences.language,
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
  const me = () => (state.session.kind === 'signed-in' ? state.session.user : { id: '', name: '' });

  const api: Mutable<BridgeApi> = {
    app: {
      info: async () => ok(state.appInfo),
      copyText: async (input) => done('app.copyText', input, undefined),
      saveText: async (input) => done('app.saveText', input, true),
      reportPaint: async (input) => done('app.reportPaint', input, undefined),
      screenReady: async (input) => done('app.screenReady', input, undefined),
      openExternal: async (input) => done('app.openExternal', input, undefined),
    },
    preferences: {
      state: (_input, on) => topics.preferences.open(on),
      change: async (patch) => {
        did('preferences.change', patch);
        const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
        state.preferences = { ...state.preferences, ...given };
        topics.preferences.push(viewOfPreferences());
        return ok(undefined);
      },
    },
    instance: {
      get: async () => ok(state.instance),
      resolve: async ({ instance }) => {
        did('instance.resolve', { instance });
        if (!/^[a-z0-9-]+$/.test(instance)) return failed('invalid', { reason: 'instance-name', field: 'instance' });
        const settings: InstanceSettings = {
          ...state.instance.settings,
          instance,
          embedded: false,
          apiUrl: `https://${instance}.dialai.ca`,
          issuer: `https://auth.${instance}.dialai.ca/realms/dial-ai`,
        };
        return ok(settings);
      },
      save: async (settings) => {
        did('instance.save', settings);
        state.instance = { ...state.instance, settings };
        return ok(state.instance);
      },
    },
    session: {
      state: (_input, on) => topics.session.open(on),
      signIn: async () => {
        did('session.signIn');
        setSession({
          kind: 'signing-in',
          step: 'waiting-for-browser',
          deadline: now() + 300_000,
          vault: state.session.vault,
        });
        return ok(undefined);
      },
      cancelSignIn: async () => {
        did('session.cancelSignIn');
        setSession({
          kind: 'signed-out',
          vault: state.session.vault,
          failure: failed('cancelled', { reason: 'cancelled' }).failure,
        });
        return ok(undefined);
      },
      signInWithToken: async () => {
        did('session.signInWithToken');
        setSession({ ...states.signedIn, method: 'pasted', expiresAt: now() + 900_000 });
        return ok(undefined);
      },
      signOut: async () => {
        did('session.signOut');
        setSession({ kind: 'signed-out', vault: state.session.vault });
        return ok(undefined);
      },
      chooseVault: async ({ mode }) => {
        did('session.chooseVault', { mode });
        setSession({ ...state.session, vault: { ...state.session.vault, mode } });
        return ok(undefined);
      },
      activateTenant: async ({ tenant }) => {
        did('session.activateTenant', { tenant });
        if (state.session.kind === 'signed-in') setSession({ ...state.session, activeTenant: tenant });
        return ok(undefined);
      },
      addTenant: async ({ tenant }) => {
        did('session.addTenant', { tenant });
        if (state.session.kind === 'signed-in') {
          setSession({ ...state.session, tenants: [...state.session.tenants, { slug: tenant, name: tenant }] });
        }
        return ok(undefined);
      },
    },
    binding: {
      report: async () => ok(state.report),
      refresh: async () => {
        did('binding.refresh');
        state.report = { ...state.report, source: 'fetched', fetchedAt: now() };
        return ok(state.report);
      },
      override: async (input) => {
        did('binding.override', input);
        const { operation, target } = input;
        state.report = {
          ...state.report,
          operations: state.report.operations.map((binding) => {
            if (binding.operation !== operation) return binding;
            if (target === undefined) return { ...binding, rule: 'path-shape' };
            return { ...binding, bound: true, rule: 'override', method: target.method, path: target.path };
          }),
        };
        return ok(state.report);
      },
    },
    live: {
      rows: (_input, on) => topics.rows.open(on),
      transcript: ({ id }, on) => transcriptTopic(id).open(on),
      status: (_input, on) => topics.hub.open(on),
      refresh: async (input) => done('live.refresh', input, undefined),
    },
    conversations: {
      takeOver: async (input) => {
        did('conversations.takeOver', input);
        const { id, name } = me();
        return ok(
          change(input.id, {
            handler: { kind: 'human', userId: id, name, since: now() },
            aiState: 'paused',
            status: 'in_progress',
          }),
        );
      },
      reply: async (input) => {
        did('conversations.reply', input);
        say(input.id, {
          id: input.clientMessageId,
          role: 'csr',
          author: me().name,
          text: input.text,
          at: now(),
          clientMessageId: input.clientMessageId,
        });
        return ok(change(input.id, { lastMessageAt: now() }));
      },
      handBack: async (input) =>
        done('conversations.handBack', input, change(input.id, { handler: { kind: 'ai' }, aiState: 'running' })),
      transfer: async (input) =>
        done(
          'conversations.transfer',
          input,
          change(input.id, { handler: { kind: 'none' }, status: 'transferred', ended: true }),
        ),
      complete: async (input) =>
        done('conversations.complete', input, change(input.id, { status: 'completed', ended: true, endedAt: now() })),
      internalContacts: async () => ok(state.contacts),
    },
    drafts: {
      get: async ({ tenant, id }) => ok(state.drafts.get(`${tenant}/${id}`) ?? ''),
      set: async ({ tenant, id, text }) => {
        did('drafts.set', { tenant, id, text });
        state.drafts.set(`${tenant}/${id}`, text);
        return ok(undefined);
      },
    },
  };

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
