import type { BridgeApi } from '../../shared/ipc/contract.ts';
import type { RowsBatch, TranscriptBatch } from '../../shared/ipc/live-batches.ts';
import type { AlertsGlance, AlertsView } from '../../shared/models/alert.ts';
import type { AwayList } from '../../shared/models/away.ts';
import type { Board, BoardRole } from '../../shared/models/board.ts';
import type { CommandResult } from '../../shared/models/command.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import type { DraftChange, DraftsHealth } from '../../shared/models/draft.ts';
import type { HubStatus } from '../../shared/models/freshness.ts';
import type { HoldsState } from '../../shared/models/hold.ts';
import type { InstanceView } from '../../shared/models/instance.ts';
import type { JournalEntry } from '../../shared/models/journal.ts';
import type { WorkbenchView } from '../../shared/models/manifest-workbench.ts';
import type { BindingReport } from '../../shared/models/operation.ts';
import type { AppInfo, Preferences, PreferencesView } from '../../shared/models/preferences.ts';
import type { SessionState } from '../../shared/models/session.ts';
import type { Annotation, PastParts, TelemetryView } from '../../shared/models/telemetry.ts';
import type { ToldOutcome } from '../../shared/models/told.ts';
import type { InternalContact, Message, Transcript } from '../../shared/models/transcript.ts';
import type { CannedReply, TenantViews } from '../../shared/models/views.ts';
import type { WallView } from '../../shared/models/wall.ts';
import type { Topic } from './topic.ts';

export type Mutable<T> = { -readonly [K in keyof T]: { -readonly [C in keyof T[K]]: T[K][C] } };

/** What the fake starts with; plain data, changed freely by tests before or after the window opens. */
export interface FakeState {
  session: SessionState;
  preferences: Preferences;
  /** What `system` resolves to. */
  systemLanguage: 'en' | 'fr';
  preferencesProblem: PreferencesView['problem'];
  preferencesLocked: PreferencesView['locked'];
  appInfo: AppInfo;
  instance: InstanceView;
  report: BindingReport;
  hub: HubStatus;
  rows: Map<string, ConversationRow>;
  transcripts: Map<string, Transcript>;
  drafts: Map<string, string>;
  draftsHealth: DraftsHealth;
  wall: WallView;
  alerts: AlertsView;
  telemetry: TelemetryView;
  boards: Map<BoardRole, Board>;
  annotations: readonly Annotation[];
  /** Of which times the past is not known, and whether it is being asked for. */
  pastMissing: PastParts['missing'];
  pastComing: boolean;
  views: TenantViews;
  replies: readonly CannedReply[];
  away: AwayList;
  holds: HoldsState;
  journal: readonly JournalEntry[];
  contacts: readonly InternalContact[];
  /** The manifest of whatever campaign is asked for. */
  manifest: WorkbenchView;
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
    readonly wall: Topic<WallView>;
    readonly alerts: Topic<AlertsView>;
    readonly glance: Topic<AlertsGlance>;
    readonly telemetry: Topic<TelemetryView>;
    readonly away: Topic<AwayList>;
    readonly holds: Topic<HoldsState>;
    readonly drafts: Topic<readonly DraftChange[]>;
    readonly draftsHealth: Topic<DraftsHealth>;
    readonly told: Topic<readonly ToldOutcome[]>;
    readonly manifest: Topic<WorkbenchView>;
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

/** The pretended main behind its answers. */
export interface FakeMain {
  readonly state: FakeState;
  readonly topics: FakeBridge['topics'];
  readonly say: FakeBridge['say'];
  readonly setSession: (session: SessionState) => void;
  readonly tellPreferences: () => void;
  readonly change: (id: string, patch: Partial<ConversationRow>) => CommandResult;
  /** Notes a call. */
  readonly did: (name: string, input?: unknown) => void;
  readonly now: () => number;
}
