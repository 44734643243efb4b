import { z } from 'zod';
import {
  type AlertSound,
  type AlertsGlance,
  type AlertsView,
  alertPreferencesSchema,
  alertRuleSchema,
  alertRulesSchema,
  type TrialResult,
} from '../models/alert.ts';
import type { AwayList } from '../models/away.ts';
import { BOARD_ROLES, type Board } from '../models/board.ts';
import { boardSchema } from '../models/board-schema.ts';
import type { CommandResult } from '../models/command.ts';
import type { ConversationRow } from '../models/conversation.ts';
import type { DraftChange, DraftsHealth } from '../models/draft.ts';
import type { HubReport, HubStatus } from '../models/freshness.ts';
import { BULK_ACTIONS, type BulkResult, type HoldsState, MAX_BULK } from '../models/hold.ts';
import { type InstanceView, instanceSettingsSchema } from '../models/instance.ts';
import type { JournalExport, JournalPage, JournalVerdict } from '../models/journal.ts';
import { type MetricTrial, metricRuleSchema, metricRulesSchema } from '../models/metric-rule.ts';
import type { BindingReport } from '../models/operation.ts';
import { OPERATION_IDS } from '../models/operation.ts';
import { type AppInfo, type PreferencesView, preferencesPatchSchema } from '../models/preferences.ts';
import { ROW_ASPECTS } from '../models/row-aspects.ts';
import type { SessionState } from '../models/session.ts';
import type { Annotation, PastParts, PastSeries, TelemetryView } from '../models/telemetry.ts';
import type { ToldOutcome } from '../models/told.ts';
import type { InternalContact } from '../models/transcript.ts';
import { type CannedReply, cannedRepliesSchema, type TenantViews, tenantViewsSchema } from '../models/views.ts';
import { type DisplayView, type WallView, wallLayoutSchema } from '../models/wall.ts';
import { archiveContract } from './archive-contract.ts';
import { campaignsContract } from './campaigns-contract.ts';
import type { CallKind, Channels } from './channels.ts';
import { command, type Entry, invoke, stream } from './define.ts';
import type { Envelope } from './envelope.ts';
import { handOverContract } from './hand-over-contract.ts';
import { inboxContract } from './inbox-contract.ts';
import type { Read } from './json-text.ts';
import type { RowsBatch, TranscriptBatch } from './live-batches.ts';
import { manifestCalls } from './manifest-calls.ts';
import { qualityContract } from './quality-contract.ts';

/** A span of time, epoch ms of this machine. */
const span = { from: z.number().min(0).max(8.64e15), to: z.number().min(0).max(8.64e15) };
const metric = z.string().min(1).max(220);
const labels = z.record(z.string().max(60), z.string().max(200)).default({});
const boardRole = z.enum(BOARD_ROLES);

const nothing = z.undefined();
const tenantSlug = z.string().min(1).max(200);
const conversationId = z.string().min(1).max(300);
const conversation = { tenant: tenantSlug, id: conversationId };
const viewName = z.string().min(1).max(60);
/** As many rows as a hub holds (main/live/limits.ts). */
const MAX_ROWS = 50_000;
const alertIds = z.array(z.string().min(1).max(40)).min(1).max(500);
/** A wall: which tenant, on which display (its id, or `window` for the one inside the main window). */
const wall = { tenant: tenantSlug, display: z.string().min(1).max(40) };

/** What the operator saw when they acted (models/command.ts `Expected`). */
const expected = z.object({
  revision: z.number().int().optional(),
  status: z.string().max(200),
  handlerKind: z.string().max(50),
  handlerName: z.string().max(500).optional(),
});

/** Longest reply or note the console accepts, in characters; a guard, not a platform limit. */
export const MAX_TEXT = 50_000;
const text = z.string().max(MAX_TEXT);

const transfer = { internalContactId: z.string().min(1).max(300), note: text.optional() };
const hold = z.object({ id: z.string().min(1).max(100) });

/** Each narrows; all must hold. `to` is exclusive. `text` is looked for in conversation ids, names and reasons. */
const journalFilter = {
  tenant: tenantSlug.optional(),
  conversation: conversationId.optional(),
  action: z.string().max(100).optional(),
  outcome: z.enum(['done', 'refused', 'unknown', 'undone', 'not-sent', 'open']).optional(),
  from: z.number().optional(),
  to: z.number().optional(),
  text: z.string().max(300).optional(),
};

/** The whole contract as a value. Handlers, the renderer's API and the hostile-input tests are derived from it. */
export const contract = {
  app: {
    info: invoke<AppInfo>()(nothing),
    copyText: command<void>()(z.object({ text: z.string().max(5_000_000) })),
    /** Asks where, then writes; false when the user cancelled. */
    saveText: command<boolean>()(
      z.object({ suggestedName: z.string().min(1).max(200), text: z.string().max(50_000_000) }),
    ),
    /** Asks where, then writes a PNG; false when the user cancelled. */
    saveImage: command<boolean>()(
      z.object({ suggestedName: z.string().min(1).max(200), base64: z.base64().max(30_000_000) }),
    ),
    /** Prints the window that asks, as its page stands; asks where, then writes a PDF; false when the user cancelled. */
    savePdf: command<boolean>()(z.object({ suggestedName: z.string().min(1).max(200), landscape: z.boolean() })),
    /** Milliseconds from an event's arrival in main to its paint, gathered by the window. */
    reportPaint: command<void>()(
      z.object({ tenant: tenantSlug, samples: z.array(z.number().min(0).max(600_000)).max(1000) }),
    ),
    openExternal: command<void>()(z.object({ url: z.string().max(2000) })),
    /** Opens the instance's web app in the system's browser. */
    openWebApp: command<void>()(nothing),
    /** The window's first real screen is painted with its data (signed-out page, or Live View with its snapshot). */
    screenReady: command<void>()(z.object({ screen: z.string().max(100) })),
  },
  preferences: {
    state: stream<PreferencesView>()(nothing),
    change: command<void>()(preferencesPatchSchema),
  },
  instance: {
    get: invoke<InstanceView>()(nothing),
    /** From what the operator typed to full settings by the documented host pattern; nothing is saved or contacted. */
    resolve: invoke<z.infer<typeof instanceSettingsSchema>>()(z.object({ instance: z.string().max(300) })),
    save: command<InstanceView>()(instanceSettingsSchema),
  },
  session: {
    state: stream<SessionState>()(nothing),
    /** Resolves when signed in; fails with the envelope's code and reason. */
    signIn: command<void>()(nothing),
    /** Opens the sign-in page in the browser once more, for whoever closed it. */
    openPageAgain: command<void>()(nothing),
    cancelSignIn: command<void>()(nothing),
    /** A pasted user or service JWT; it goes to main and is never sent back. */
    signInWithToken: command<void>()(z.object({ token: z.string().min(1).max(20_000) })),
    signOut: command<void>()(nothing),
    chooseVault: command<void>()(z.object({ mode: z.enum(['memory-only', 'weak-with-consent']) })),
    activateTenant: command<void>()(z.object({ tenant: tenantSlug })),
    addTenant: command<void>()(z.object({ tenant: tenantSlug })),
  },
  binding: {
    report: invoke<BindingReport>()(nothing),
    refresh: command<BindingReport>()(nothing),
    /** Binds an operation by hand; without method and path the override is removed. */
    override: command<BindingReport>()(
      z.object({
        operation: z.enum(OPERATION_IDS),
        target: z.object({ method: z.string().max(10), path: z.string().max(1000) }).optional(),
      }),
    ),
  },
  live: {
    /** With `view` (a name that no other window has) the window tells by `look` what it needs; without it gets all. */
    rows: stream<RowsBatch>()(z.object({ tenant: tenantSlug, view: viewName.optional() })),
    /**
     * What a view shows, and what of all other rows it has to know. What changes besides is told when the row is shown;
     * until the first look everything is told.
     */
    look: command<void>()(
      z.object({
        tenant: tenantSlug,
        view: viewName,
        shown: z.array(conversationId).max(MAX_ROWS),
        follow: z.array(z.enum(ROW_ASPECTS)).max(ROW_ASPECTS.length),
      }),
    ),
    /** These rows whole, as they are now; unknown ones are left out. */
    read: invoke<readonly ConversationRow[]>()(
      z.object({ tenant: tenantSlug, ids: z.array(conversationId).max(MAX_ROWS) }),
    ),
    transcript: stream<TranscriptBatch>()(z.object(conversation)),
    status: stream<HubStatus>()(z.object({ tenant: tenantSlug })),
    /** What mattered while the console could not see it; each batch is the whole list. */
    away: stream<AwayList>()(z.object({ tenant: tenantSlug })),
    /** Takes items off the list, by `AwayItem.id`; without ids all of them. */
    acknowledgeAway: command<void>()(
      z.object({ tenant: tenantSlug, ids: z.array(z.string().max(400)).max(1000).optional() }),
    ),
    /** Take a fresh snapshot now. */
    refresh: command<void>()(z.object({ tenant: tenantSlug })),
    /** Status, counters and paint times as of now, to be exported. Nothing personal in it. */
    report: invoke<HubReport>()(z.object({ tenant: tenantSlug })),
  },
  conversations: {
    takeOver: command<CommandResult>()(z.object({ ...conversation, expected })),
    /** `clientMessageId` is made by the window once per text, so that one text is never sent twice. */
    reply: command<CommandResult>()(
      z.object({ ...conversation, expected, text: text.min(1), clientMessageId: z.string().min(8).max(100) }),
    ),
    handBack: command<CommandResult>()(z.object({ ...conversation, expected, note: text.optional() })),
    /** With `hold` it is held first (`holds.state`), and answers when it ended; undone: refused, `cancelled`, reason `undone`. */
    transfer: command<CommandResult>()(
      z.object({ ...conversation, expected, ...transfer, hold: z.boolean().optional() }),
    ),
    /** With `hold`: as `transfer`. */
    complete: command<CommandResult>()(z.object({ ...conversation, expected, hold: z.boolean().optional() })),
    /**
     * Many at once: always held first, then run a few at a time, each with the same care as a single command. Answers
     * when all ended; progress is in `holds.state`. `internalContactId` is needed for `transfer` and only there.
     */
    bulk: command<BulkResult>()(
      z
        .object({
          tenant: tenantSlug,
          action: z.enum(BULK_ACTIONS),
          targets: z
            .array(z.object({ id: conversationId, expected }))
            .min(1)
            .max(MAX_BULK),
          internalContactId: transfer.internalContactId.optional(),
          note: text.optional(),
        })
        .refine(({ action, internalContactId }) => (action === 'transfer') === (internalContactId !== undefined)),
    ),
    /** What commands came to that were given outside of the windows. */
    told: stream<readonly ToldOutcome[]>()(nothing),
    internalContacts: invoke<readonly InternalContact[]>()(z.object({ tenant: tenantSlug })),
  },
  manifests: manifestCalls,
  holds: {
    /** Every held command, in every window; each batch is the whole state. */
    state: stream<HoldsState>()(nothing),
    /** True: it was not and will not be sent. False: too late. */
    undo: command<boolean>()(hold),
    /** Ends the countdown. False when it is not held any more. */
    sendNow: command<boolean>()(hold),
    /** Cancels what a running bulk command has not sent yet. False when nothing was left. */
    cancelRest: command<boolean>()(hold),
    /** Holds a `not-sent` one anew, with what was on screen then; what changed since is refused as `stale`. */
    again: command<boolean>()(hold),
    /** Takes a `finished` or `not-sent` one off the list. */
    dismiss: command<boolean>()(hold),
  },
  journal: {
    /** Newest first; `before` is the `next` of the page before. */
    list: invoke<JournalPage>()(
      z.object({
        ...journalFilter,
        before: z.number().int().positive().optional(),
        limit: z.number().int().min(1).max(500),
      }),
    ),
    verify: invoke<JournalVerdict>()(nothing),
    /** All entries that pass the filter, oldest first, as JSON lines or CSV; `app.saveText` writes it. */
    export: invoke<JournalExport>()(z.object({ ...journalFilter, format: z.enum(['jsonl', 'csv']) })),
  },
  drafts: {
    get: invoke<string>()(z.object(conversation)),
    /** `origin` is what the window calls itself, so that it knows its own changes in `changes`. */
    set: command<void>()(z.object({ ...conversation, text, origin: z.string().max(60).optional() })),
    /** What changed in any window since the last batch, so that two windows never show two drafts of one conversation. */
    changes: stream<readonly DraftChange[]>()(nothing),
    problem: stream<DraftsHealth>()(nothing),
  },
  views: {
    get: invoke<TenantViews>()(z.object({ tenant: tenantSlug })),
    set: command<void>()(z.object({ tenant: tenantSlug, views: tenantViewsSchema })),
  },
  replies: {
    get: invoke<readonly CannedReply[]>()(z.object({ tenant: tenantSlug })),
    set: command<void>()(z.object({ tenant: tenantSlug, replies: cannedRepliesSchema })),
  },
  windows: {
    /** Opens a conversation in a window of its own, or brings that window to the front. */
    tearOff: command<void>()(z.object(conversation)),
    /** Shows a conversation where it is open, else in the main window; scrolls to the message where one is named. */
    goTo: command<void>()(z.object({ ...conversation, message: z.string().min(1).max(300).optional() })),
    displays: invoke<readonly DisplayView[]>()(nothing),
    openWall: command<void>()(z.object(wall)),
    setKiosk: command<void>()(z.object({ ...wall, on: z.boolean() })),
    /** What the wall of one display shows. */
    wall: stream<WallView>()(z.object(wall)),
    setWall: command<void>()(z.object({ ...wall, layout: wallLayoutSchema })),
  },
  ...archiveContract,
  ...qualityContract,
  ...campaignsContract,
  ...inboxContract,
  ...handOverContract,
  telemetry: {
    /** Health, metrics and incidents of one tenant as they are known now. */
    state: stream<TelemetryView>()(z.object({ tenant: tenantSlug })),
    /** Ask the instance now. */
    refresh: command<void>()(z.object({ tenant: tenantSlug })),
    /** What is known of the past, at once; what is missing is asked for, and told by `pastSerial` when it came. */
    past: invoke<readonly PastSeries[]>()(
      z.object({ tenant: tenantSlug, ...span, series: z.array(z.object({ metric, labels })).min(1).max(200) }),
    ),
    /** The same for every part of a metric that these labels tell apart. */
    pastParts: invoke<PastParts>()(
      z.object({ tenant: tenantSlug, ...span, metric, by: z.array(z.string().min(1).max(60)).min(1).max(4) }),
    ),
    annotations: invoke<readonly Annotation[]>()(z.object({ tenant: tenantSlug, ...span })),
    board: invoke<Board>()(z.object({ tenant: tenantSlug, role: boardRole })),
    setBoard: command<void>()(z.object({ tenant: tenantSlug, role: boardRole, board: boardSchema })),
    resetBoard: command<Board>()(z.object({ tenant: tenantSlug, role: boardRole })),
    /** Reads an exported board; nothing is kept by it. */
    readBoard: invoke<Board>()(z.object({ text: z.string().max(1_000_000) })),
  },
  alerts: {
    /** Rules, loudness and inbox of one tenant. */
    state: stream<AlertsView>()(z.object({ tenant: tenantSlug })),
    saveRules: command<void>()(z.object({ tenant: tenantSlug, rules: alertRulesSchema })),
    saveMetricRules: command<void>()(z.object({ tenant: tenantSlug, rules: metricRulesSchema })),
    savePreferences: command<void>()(alertPreferencesSchema),
    /** What the rule would have done to the traffic of the last minutes. */
    tryRule: invoke<TrialResult>()(z.object({ tenant: tenantSlug, rule: alertRuleSchema })),
    /** What the rule would have done to the past of its metric that is kept here. */
    tryMetricRule: invoke<MetricTrial>()(z.object({ tenant: tenantSlug, rule: metricRuleSchema })),
    acknowledge: command<void>()(z.object({ ids: alertIds })),
    snooze: command<void>()(z.object({ ids: alertIds, minutes: z.number().int().min(1).max(1440) })),
    /** One batch a sound; each goes to one window. */
    sounds: stream<AlertSound>()(nothing),
    /** How many ask for a look, in every window. */
    glance: stream<AlertsGlance>()(nothing),
  },
} satisfies {
  [G in keyof Channels]: { [C in keyof Channels[G]]: Entry<Channels[G][C] & CallKind, z.ZodType, unknown> };
};

export type Contract = typeof contract;
export type GroupName = keyof Contract;
type AnyEntry = Entry<CallKind, z.ZodType, unknown>;
export type InputOf<E> = E extends { readonly input: infer I extends z.ZodType } ? z.output<I> : never;
export type OutputOf<E> = E extends { readonly output?: infer O } ? O : never;

/** What a window may pass; `undefined` inputs may be left out. */
type Args<I> = [I] extends [undefined] ? [] : [input: I];

/** The renderer's face: what the preload exposes. */
export type BridgeApi = {
  readonly [G in GroupName]: {
    readonly [C in keyof Contract[G]]: Contract[G][C] extends { readonly kind: 'stream' }
      ? (
          input: InputOf<Contract[G][C]>,
          onBatch: (batch: Envelope<Exclude<OutputOf<Contract[G][C]>, undefined>>) => void,
        ) => () => void
      : (...args: Args<InputOf<Contract[G][C]>>) => Promise<Envelope<Read<OutputOf<Contract[G][C]>>>>;
  };
};

/** Where a stream's batches come from: `take` hands over all that happened since the last `take`. */
export interface StreamSource<B> {
  /** The next batch, or undefined when nothing happened. The first one is a snapshot. */
  take(): B | undefined;
  close(): void;
}

/** Main's face: what must be implemented, one function an entry. Failures are thrown as FailureError. */
export type Handlers = {
  readonly [G in GroupName]: {
    readonly [C in keyof Contract[G]]: Contract[G][C] extends { readonly kind: 'stream' }
      ? (
          input: InputOf<Contract[G][C]>,
          changed: () => void,
        ) => StreamSource<Exclude<OutputOf<Contract[G][C]>, undefined>>
      : (input: InputOf<Contract[G][C]>) => Promise<OutputOf<Contract[G][C]>> | OutputOf<Contract[G][C]>;
  };
};

/** Looks an entry up by untrusted names. */
export function findEntry(group: unknown, call: unknown): AnyEntry | undefined {
  if (typeof group !== 'string' || typeof call !== 'string') return undefined;
  if (!Object.hasOwn(contract, group)) return undefined;
  const calls: Readonly<Record<string, AnyEntry>> = contract[group as GroupName];
  return Object.hasOwn(calls, call) ? calls[call] : undefined;
}
