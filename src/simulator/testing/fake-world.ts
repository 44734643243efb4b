import type {
  Conversation,
  Message,
  Result,
  TenantWorld,
  Transcript,
  World,
  WorldEvent,
  WorldOptions,
} from '../world/world-port.ts';
import { fakeInbox } from './fake-inbox.ts';
import { fakeTelemetry } from './fake-telemetry.ts';
import { testUsers } from './test-users.ts';

const at = '2026-11-22T14:00:00.000Z';
const keep = 20;

/** A tenant whose events tests make by hand. */
export interface FakeTenant extends TenantWorld {
  emit(count: number): void;
}

/** The smallest world that has everything the servers serve: two tenants, two conversations each. */
export function createFakeWorld(options: Pick<WorldOptions, 'generation'>): World {
  const slugs = ['north', 'south'];
  const tenants = new Map(slugs.map((slug) => [slug, fakeTenant(slug, options.generation ?? 0)]));
  let now = Date.parse(at);
  return {
    tenants: slugs.map((slug) => infoOf(slug)),
    users: testUsers,
    tenant: (slug) => tenants.get(slug),
    clock: {
      mode: 'driven',
      now: () => now,
      schedule: () => () => {},
      advance: (ms) => {
        now += ms;
      },
    },
    start() {},
    stop() {},
  };
}

/** The fake behind a tenant of a fake world. */
export function fakeTenantOf(world: World, slug: string): FakeTenant {
  const tenant = world.tenant(slug);
  if (!tenant || !('emit' in tenant)) throw new Error(`${slug} is not a fake tenant`);
  return tenant as FakeTenant;
}

function fakeTenant(slug: string, generation: number): FakeTenant {
  const live = new Map(['c-1', 'c-2'].map((id) => [id, fakeTranscript(id)]));
  const events: WorldEvent[] = [];
  const listeners = new Set<(event: WorldEvent) => void>();
  let sequence = 0;
  const tell = (event: WorldEvent) => {
    events.push(event);
    if (events.length > keep) events.shift();
    for (const listener of listeners) listener(event);
  };
  const change = (id: string, patch: Partial<Transcript>): Transcript | undefined => {
    const before = live.get(id);
    if (!before) return undefined;
    sequence += 1;
    const after = { ...before, ...patch, revision: before.revision + 1, sequence };
    live.set(id, after);
    const conversation = summary(after);
    tell({ type: 'conversation.updated', sequence, at, transcriptId: id, revision: after.revision, conversation });
    return after;
  };
  const updated = (id: string, patch: Partial<Transcript>): Result<Conversation> => {
    const after = change(id, patch);
    return after ? { ok: true, value: summary(after) } : missing;
  };
  const held = (id: string, userId: string): Result<Conversation> | undefined => {
    const found = live.get(id);
    if (!found) return missing;
    if (found.handledBy.userId === userId) return undefined;
    return { ok: false, code: 'not-holder', message: 'You do not hold it.' };
  };
  const tenant: FakeTenant = {
    info: infoOf(slug),
    streamId: `${slug}-${generation}`,
    get sequence() {
      return sequence;
    },
    events: {
      since: (after) => (after < sequence - events.length ? undefined : events.filter((each) => each.sequence > after)),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    modelPool: { capacity: 4, inUse: 4 },
    get campaigns(): never {
      throw new Error('The fake world has no campaigns');
    },
    telemetry: fakeTelemetry(Date.parse(at)),
    emit(count) {
      for (let i = 0; i < count; i += 1) change('c-1', {});
    },
    conversations: () => [...live.values()].map(summary),
    get: (id) => live.get(id),
    list(_filter, cursor, limit) {
      const from = Number(cursor ?? 0);
      if (Number.isNaN(from)) return { ok: false, code: 'invalid', message: 'The cursor is not one of ours.' };
      const all = [...live.values()].map(summary);
      const nextCursor = from + limit < all.length ? String(from + limit) : null;
      return {
        ok: true,
        value: { items: all.slice(from, from + limit), nextCursor, total: all.length, totalIsExact: true },
      };
    },
    search(query) {
      const hits = [...live.values()].filter((each) => each.messages.some(({ text }) => text.includes(query)));
      const items = hits.map((each) => ({
        conversation: summary(each),
        snippets: [
          { messageId: 'm-1', text: query, speaker: 'customer' as const, marks: [{ from: 0, to: query.length }] },
        ],
      }));
      return { ok: true, value: { items, nextCursor: null, total: items.length, totalIsExact: true } };
    },
    flows: () => [
      {
        id: 'fl-1',
        name: 'Outage report',
        version: 3,
        initialState: 'greeting',
        states: [{ name: 'greeting' }, { name: 'done' }],
        transitions: [{ from: 'greeting', event: 'Finished', to: 'done' }],
      },
    ],
    internalContacts: () => [{ id: 'ic-1', name: 'Field crew', phoneNumber: '+14165550100' }],
    announcePresence: (id, { id: userId, name }) => updated(id, { watchers: [{ id: userId, name, since: at }] }),
    takeOver(id, { id: userId, name }) {
      const found = live.get(id);
      if (!found) return missing;
      if (found.endedAt !== null) return { ok: false, code: 'not-takeable', message: 'It has ended.' };
      const { handledBy } = found;
      if (handledBy.kind === 'human' && handledBy.userId !== userId) {
        const takenBy = { id: handledBy.userId ?? '', name: handledBy.name ?? '', at };
        return { ok: false, code: 'taken-over', message: 'Someone else holds it.', takenBy };
      }
      return updated(id, { handledBy: { kind: 'human', userId, name, since: at }, aiState: 'paused' });
    },
    addCsrMessage(id, actor, input) {
      const refused = held(id, actor.id);
      if (refused && !refused.ok) return refused;
      const before = live.get(id);
      if (!before) return missing;
      const index = before.messages.length;
      const message: Message = {
        messageId: `m-${index + 1}`,
        index,
        role: 'csr',
        author: { id: actor.id, name: actor.name },
        at,
        ...input,
      };
      sequence += 1;
      tell({ type: 'message.added', sequence, at, transcriptId: id, revision: before.revision + 1, message });
      change(id, { messages: [...before.messages, message], lastMessageAt: at });
      return { ok: true, value: message };
    },
    handBack: (id, actor) =>
      held(id, actor.id) ?? updated(id, { handledBy: { kind: 'ai', since: at }, aiState: 'running' }),
    transfer(id, actor, { internalContactId }) {
      if (internalContactId !== 'ic-1') return { ok: false, code: 'invalid', message: 'There is no such contact.' };
      return held(id, actor.id) ?? updated(id, { status: 'human-handoff', handledBy: { kind: 'none' }, endedAt: at });
    },
    setStatus: (id, actor, status) =>
      held(id, actor.id) ?? updated(id, { status, endedAt: at, handledBy: { kind: 'none' } }),
    setTags: (id, _actor, tags) => updated(id, { tags }),
    flag: (id, _actor, flagged) => updated(id, { flagged }),
    report: (id, by, { reason }) => updated(id, { status: 'reported', report: { reason, at, by } }),
    deleteTranscript(id) {
      const found = live.get(id);
      if (!found) return missing;
      live.delete(id);
      return { ok: true, value: summary(found) };
    },
    recordView: (id, by) => (live.has(id) ? { ok: true, value: [{ by, at }] } : missing),
    views: (id) => (live.has(id) ? { ok: true, value: [] } : missing),
    contactHistory(id) {
      const found = live.get(id);
      if (!found) return missing;
      return { ok: true, value: { items: [summary(found)], nextCursor: null, total: 1, totalIsExact: true } };
    },
    journeyParameters: () => ['accountNumber'],
    inbox: fakeInbox(at),
    createWebchat: ({ contactName }) => {
      if (contactName === 'saturated') return saturated;
      return { ok: true, value: fakeTranscript('c-3') };
    },
    sendMessage(id, { text }) {
      if (!live.has(id)) return missing;
      if (text === 'saturated') return saturated;
      return { ok: true, value: { messageId: 'm-9', index: 1, role: 'customer', text, at } };
    },
  };
  return tenant;
}

const missing = { ok: false, code: 'not-found', message: 'There is no such conversation.' } as const;
const saturated = { ok: false, code: 'saturated', message: 'The model pool is full.', retryAfterSeconds: 4 } as const;

function infoOf(slug: string) {
  return {
    slug,
    name: `${slug} utilities`,
    timeZone: 'America/Toronto',
    region: 'ca-central',
    environment: 'production',
  } as const;
}

function summary({
  sequence: _s,
  messages: _m,
  functionCalls: _f,
  transitions: _t,
  ...conversation
}: Transcript): Conversation {
  return conversation;
}

function fakeTranscript(transcriptId: string): Transcript {
  return {
    transcriptId,
    revision: 1,
    platform: 'webchat',
    direction: 'inbound',
    contact: { id: 'k-1', display: 'ana@example.test', name: 'Ana Roy' },
    pointOfContact: { id: 'p-1', name: 'Web site' },
    status: 'in-progress',
    handledBy: { kind: 'ai', since: at },
    aiState: 'running',
    queue: null,
    flow: { id: 'fl-1', name: 'Outage report', version: 3 },
    state: 'greeting',
    startedAt: at,
    endedAt: null,
    lastMessageAt: at,
    sessions24h: 2,
    risk: { level: 1, label: 'guarded' },
    sentiments: [{ name: 'frustration', score: 0.4 }],
    sentimentTrend: [0, -0.2],
    functionsCalled: ['lookupOutage'],
    functionCallCount: 1,
    parameters: [{ name: 'accountId', value: 'A-1', source: 'verified' }],
    tags: [{ name: 'Language', value: 'en' }],
    flagged: false,
    language: 'en',
    environment: 'production',
    sequence: 0,
    messages: [{ messageId: 'm-1', index: 0, role: 'customer', text: 'The power is out on Elm Street.', at }],
    functionCalls: [
      {
        callId: 'fc-1',
        index: 0,
        name: 'lookupOutage',
        startedAt: at,
        finishedAt: at,
        status: 'succeeded',
        inputs: { street: 'Elm' },
        outputs: { known: true },
        event: 'OutageFound',
        error: null,
      },
    ],
    transitions: [{ index: 0, at, from: 'greeting', event: 'OutageFound', to: 'report' }],
  };
}
