import type { BridgeApi } from '../../shared/ipc/contract.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import type { InboxAgent } from '../../shared/models/inbox.ts';
import type { InboxView } from '../../shared/models/inbox-view.ts';
import { failed, ok } from './fake-envelopes.ts';
import { createTopic } from './topic.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 17);

/** A finished conversation of the pretended archive: every field filled in, some by its number. */
export function archived(nth: number): Conversation {
  const startedAt = NOW - nth * HOUR;
  return {
    id: `c-9${String(nth).padStart(3, '0')}`,
    revision: 4,
    platform: nth % 2 === 0 ? 'voice' : 'webchat',
    direction: 'inbound',
    contact: { display: `+1416555010${nth % 10}`, name: 'Grace Roy' },
    status: nth % 3 === 0 ? 'abandoned' : 'completed',
    ended: true,
    handler: { kind: 'ai' },
    aiState: 'running',
    flow: { name: 'Billing Inquiry' },
    startedAt,
    endedAt: startedAt + 154_000,
    lastMessageAt: startedAt + 150_000,
    risk: { level: 2, label: 'elevated' },
    sentiments: [{ name: 'anger', score: 0.5 }],
    sentimentTrend: [],
    functionsCalled: ['lookupAccount'],
    parameters: [{ name: 'accountNumber', value: '88-1204', source: 'verified' }],
    tags: [{ name: 'Issue', value: 'Billing' }],
    flagged: nth === 1,
    other: {},
  };
}

const conversations = Array.from({ length: 40 }, (_, nth) => archived(nth));
const find = (id: string) => conversations.find((one) => one.id === id);

const waiting = (id: string, platform: string, skills: readonly string[], ms: number) => ({
  id,
  platform,
  contact: { display: `+1416555${id.slice(-4)}` },
  skills,
  since: NOW - ms,
});
const me: InboxAgent = {
  userId: 'u-1',
  name: 'Avery Tremblay',
  availability: 'available',
  skills: ['Billing'],
  load: { chats: 2, emails: 1, voice: 0 },
  caps: { chats: 3, emails: 2, voice: 1 },
  leg: 'ringing',
};

/** The archive, the desk and the inbox of the pretended main: a few conversations, nothing kept, three waiting. */
export function archiveAnswers(did: (name: string, input?: unknown) => void) {
  const view: InboxView = {
    presence: { kind: 'told', at: NOW - 4_000 },
    readAt: NOW,
    inbox: {
      queue: [
        waiting('c-7001', 'sms', ['Outages'], 95_000),
        waiting('c-7002', 'webchat', ['Billing', 'French'], 250_000),
        waiting('c-7003', 'voice', ['Billing'], 31_000),
      ],
      skills: [
        { name: 'Billing', waiting: 2, oldestSince: NOW - 250_000, available: 0 },
        { name: 'Outages', waiting: 1, oldestSince: NOW - 95_000, available: 2 },
        { name: 'French', waiting: 1, oldestSince: NOW - 250_000, available: 1 },
      ],
      agents: [me, { ...me, userId: 'u-2', name: 'Morgan Roy', availability: 'busy', skills: ['Outages'] }],
      me,
      assigned: [
        { ...waiting('c-7101', 'webchat', [], 40_000), routedBy: 'skill', state: 'open' },
        { ...waiting('c-7102', 'voice', [], 6_000), routedBy: 'skill', state: 'ringing' },
        { ...waiting('c-7103', 'email', [], 400_000), routedBy: 'agent', state: 'open' },
        { ...waiting('c-7104', 'webchat', [], 20_000), routedBy: 'skill', state: 'wrap-up' },
      ],
    },
  };
  const inbox = createTopic<InboxView>(() => view);
  const act = async <T>(name: string, input: unknown, value: T) => {
    did(name, input);
    return ok(value);
  };
  const archive: BridgeApi['archive'] = {
    search: async ({ query, next, limit }) => {
      did('archive.search', query);
      const wanted = query.text.toLowerCase().replaceAll('"', '');
      const hits = conversations.filter((one) => wanted === '' || JSON.stringify(one).toLowerCase().includes(wanted));
      const from = Number(next ?? 0);
      const page = hits.slice(from, from + limit);
      const snippets = wanted === '' ? [] : [{ text: `… ${wanted} …`, marks: [{ from: 2, to: 2 + wanted.length }] }];
      const items = page.map((conversation) => ({ conversation, snippets }));
      const more = from + limit < hits.length ? { next: String(from + limit) } : {};
      return ok({ items, total: hits.length, totalIsExact: true, ...more });
    },
    get: async ({ id }) => {
      const conversation = find(id);
      if (conversation === undefined) return failed('not-found');
      const at = conversation.startedAt ?? 0;
      return ok({
        conversation,
        messages: [
          { id: 'm-1', index: 0, role: 'customer', text: 'There is a charge I do not recognise.', at },
          { id: 'm-2', index: 1, role: 'ai', text: 'Let me look at your invoice.', at: at + 4_000 },
          { id: 'm-3', index: 2, role: 'customer', text: 'This is unacceptable.', at: at + 9_000 },
        ],
        functionCalls: [],
        transitions: [],
      });
    },
    readable: async ({ id }) => ok(`Conversation ${id}\nCustomer: There is a charge I do not recognise.\n`),
    recording: async () => failed('not-found'),
    views: async () => ok([{ by: 'Avery Tremblay', at: NOW }]),
    history: async ({ id }) => {
      const conversation = find(id);
      return ok({ items: conversation === undefined ? [] : [{ conversation, snippets: [] }], totalIsExact: true });
    },
    journeyParameters: async () => ok(['accountNumber']),
    editTags: (input) => {
      const total = input.targets.length;
      const counts = { total, done: total, refused: 0, unknown: 0, cancelled: 0, waiting: 0 };
      return act('archive.editTags', input, { hold: 'h-1', counts, results: [] });
    },
    flag: (input) => act('archive.flag', input, { outcome: 'done' }),
    report: (input) => act('archive.report', input, { outcome: 'done' }),
    searches: async () => ok([{ name: 'Unhappy', text: 'risk:high' }]),
    saveSearches: (input) => act('archive.saveSearches', input, undefined),
    startExport: (input) => act('archive.startExport', input, true),
    exportPdf: (input) => act('archive.exportPdf', input, true),
    exports: (_input, on) => createTopic(() => ({ exports: [] })).open(on),
    resumeExport: (input) => act('archive.resumeExport', input, true),
    cancelExport: (input) => act('archive.cancelExport', input, true),
    dismissExport: (input) => act('archive.dismissExport', input, true),
  };
  const desk: BridgeApi['desk'] = {
    status: (_input, on) =>
      createTopic(() => ({
        state: 'off' as const,
        transcripts: 0,
        messages: 0,
        bytes: 0,
        pinned: 0,
        limitBytes: 1,
        limitDays: 1,
        tornFrames: 0,
        hasSetAside: false,
        wipesAtSignOut: false,
        isManaged: false,
      })).open(on),
    setWipe: (input) => act('desk.setWipe', input, undefined),
    setOn: (input) => act('desk.setOn', input, undefined),
    search: async () => ok({ hits: [], more: false }),
    pin: (input) => act('desk.pin', input, undefined),
    wipe: () => act('desk.wipe', undefined, undefined),
  };
  const configuration = { skills: ['Billing'], voiceCalls: false, maxChats: 3, maxEmails: 3 };
  return {
    archive,
    desk,
    inbox: {
      state: (_input, on) => inbox.open(on),
      refresh: (input) => act('inbox.refresh', input, undefined),
      setAvailability: (input) => act('inbox.setAvailability', input, { requeued: [], kept: [] }),
      configuration: async () => ok(configuration),
      configure: (input) => act('inbox.configure', input, configuration),
      end: (input) => act('inbox.end', input, { outcome: 'done' }),
      wrapUp: (input) => act('inbox.wrapUp', input, { outcome: 'done' }),
      requeue: (input) => act('inbox.requeue', input, { outcome: 'done' }),
    } satisfies BridgeApi['inbox'],
  };
}
