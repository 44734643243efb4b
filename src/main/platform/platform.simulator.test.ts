import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../shared/models/conversation.ts';
import { failureOf } from '../../shared/models/failure.ts';
import { OPERATION_IDS } from '../../shared/models/operation.ts';
import type { StreamedEvent, TenantApi } from './tenant-api.ts';
import { startSimulated } from './testing/simulated.ts';

/** The world stands still (its clock is driven), so that what is read twice is the same and only the test acts. */
const WORLD = { seed: 7, conversations: 60, speed: 1, clock: 'driven' } as const;

describe.each(['primary', 'harbour'] as const)('the console against the %s dialect', (dialect) => {
  let at: Awaited<ReturnType<typeof startSimulated>>;
  let api: TenantApi;
  let tenant: string;

  beforeAll(async () => {
    at = await startSimulated({ dialect, world: WORLD, heartbeatMs: 200 });
    tenant = at.account.tenants[0] ?? '';
    api = at.platform.tenantApi(tenant);
  }, 30_000);
  afterAll(() => at.close());

  const world = () => at.simulator.world().tenant(tenant);
  const failing = (call: Promise<unknown>) => call.then(() => undefined, failureOf);
  async function takeable(nth = 0): Promise<Conversation> {
    const { conversations } = await api.liveSnapshot();
    const found = conversations.filter(({ handler, status }) => handler.kind === 'ai' && status === 'in-progress')[nth];
    if (found === undefined) throw new Error('the world has no conversation to take over');
    return found;
  }

  it('binds every operation from the document, with none left over but those it has a better way for', () => {
    expect(at.report).toMatchObject({ source: 'fetched', openapi: dialect === 'primary' ? '3.2.0' : '3.0.3' });
    const bound = at.report.operations.filter((operation) => operation.bound).map(({ operation }) => operation);
    expect(bound).toEqual(OPERATION_IDS);
    // Campaigns are polled, and manifests go up in parts that can go on: the stream and the form do the same in a lesser way.
    const unused = dialect === 'primary' ? ['getCampaignEvents', 'uploadManifestFile'] : [];
    expect(at.report.unused.map(({ operationId }) => operationId)).toEqual(unused);
  });

  it('reads the world as it is: every conversation, whatever its fields are called', async () => {
    const snapshot = await api.liveSnapshot();
    const truth = new Map((world()?.conversations() ?? []).map((one) => [one.transcriptId, one]));
    expect(snapshot.conversations.length).toBeGreaterThan(5);
    expect(snapshot.conversations.map(({ id }) => id).sort()).toEqual([...truth.keys()].sort());
    expect(snapshot).toMatchObject({ sequence: world()?.sequence, streamId: world()?.streamId });
    for (const read of snapshot.conversations) {
      const real = truth.get(read.id);
      expect(read).toMatchObject({
        revision: real?.revision,
        platform: real?.platform,
        direction: real?.direction,
        status: real?.status,
        ended: false,
        contact: { ...real?.contact },
        aiState: real?.aiState,
        state: real?.state,
        startedAt: Date.parse(real?.startedAt ?? ''),
        sessions24h: real?.sessions24h,
        risk: { ...real?.risk },
        sentiments: real?.sentiments,
        sentimentTrend: real?.sentimentTrend,
        functionsCalled: real?.functionsCalled,
        functionCallCount: real?.functionCallCount,
        parameters: real?.parameters,
        tags: real?.tags,
        flagged: real?.flagged,
        language: real?.language,
        environment: real?.environment,
        flow: { id: real?.flow.id, name: real?.flow.name, version: String(real?.flow.version) },
      });
      expect(read.lastMessageAt).toBe(real?.lastMessageAt ? Date.parse(real.lastMessageAt) : undefined);
      expect(read.queue?.skills).toEqual(real?.queue?.skills);
      expect(read.handler.kind).toBe(real?.status === 'queued' ? 'queue' : real?.handledBy.kind);
      expect(Object.keys(read.other).length).toBeLessThanOrEqual(2);
    }
  });

  it('reads transcripts, flows, contacts, tenants and the caller', async () => {
    const { id } = await takeable();
    const real = world()?.get(id);
    const read = await api.getTranscript(id);
    expect(read.sequence).toBe(world()?.sequence);
    expect(
      read.messages.map(({ id: one, index, role, text, sentiment }) => [one, index, role, text, sentiment]),
    ).toEqual(
      real?.messages.map(({ messageId, index, role, text, sentiment }) => [messageId, index, role, text, sentiment]),
    );
    expect(
      read.functionCalls.map(({ id: one, name, status, inputs, outputs }) => [one, name, status, inputs, outputs]),
    ).toEqual(
      real?.functionCalls.map(({ callId, name, status, inputs, outputs }) => [callId, name, status, inputs, outputs]),
    );
    expect(read.transitions.map(({ from, event, to }) => [from, event, to])).toEqual(
      real?.transitions.map(({ from, event, to }) => [from, event, to]),
    );
    expect(await api.internalContacts()).toEqual(world()?.internalContacts());
    expect((await api.flows())[0]).toMatchObject({
      id: world()?.flows()[0]?.id,
      initialState: world()?.flows()[0]?.initialState,
    });
    expect((await at.platform.loadTenants()).map(({ slug }) => slug).sort()).toEqual([...at.account.tenants].sort());
    expect(await at.platform.caller()).toMatchObject({ name: 'Avery Tremblay', email: at.account.email });
  });

  it('takes over, answers, hands back; and the stream tells of it in order without a gap', async () => {
    const { id } = await takeable();
    const controller = new AbortController();
    const seen: StreamedEvent[] = [];
    let heard: () => void = () => undefined;
    const opened = new Promise<void>((done) => {
      heard = done;
    });
    const handedBack = new Promise<void>((done) => {
      const stream = api.streamConversations({
        signal: controller.signal,
        onEvents: (events) => {
          seen.push(...events);
          heard();
          if (
            events.some(
              ({ event }) =>
                event.type === 'conversation' &&
                event.conversation.id === id &&
                event.conversation.handler.kind === 'ai',
            )
          )
            done();
        },
      });
      void stream.catch(() => done());
    });
    await opened;
    const taken = await api.takeOver(id);
    expect(taken).toMatchObject({ id, status: 'human-handoff', handler: { kind: 'human', name: 'Avery Tremblay' } });
    expect(await api.reply(id, 'Bonjour, ici Avery.', 'client-message-1')).toMatchObject({
      role: 'csr',
      text: 'Bonjour, ici Avery.',
      clientMessageId: 'client-message-1',
      author: 'Avery Tremblay',
    });
    expect(await api.handBack(id, 'All clear')).toMatchObject({ id, handler: { kind: 'ai' } });
    await handedBack;
    controller.abort();
    expect(seen.filter(({ event }) => event.type === 'malformed' || event.type === 'unknown')).toEqual([]);
    expect(seen[0]?.event.type).toBe('heartbeat');
    const numbered = seen.filter(({ event }) => event.type !== 'heartbeat');
    const numbers = numbered.map(({ sequence }) => sequence ?? 0);
    expect(numbers).toEqual(numbers.map((_, nth) => (numbers[0] ?? 0) + nth));
    expect(new Set(numbered.map(({ streamId }) => streamId))).toEqual(new Set([world()?.streamId]));
    expect(
      numbered.some(({ event }) => event.type === 'message' && event.message.clientMessageId === 'client-message-1'),
    ).toBe(true);
  });

  it('transfers and completes', async () => {
    const first = await takeable(1);
    const second = await takeable(2);
    const [contact] = await api.internalContacts();
    await api.takeOver(first.id);
    expect((await api.transfer(first.id, contact?.id ?? '', 'Knows the case'))?.id).toBe(first.id);
    await api.takeOver(second.id);
    expect(await api.complete(second.id)).toMatchObject({ id: second.id, status: 'completed', ended: true });
  });

  it('tells that it is looked at, and shows who looks', async () => {
    const { id } = await takeable(4);
    expect(api.can('conversations.watch')).toBe(true);
    await api.announcePresence(id);
    await api.announcePresence(id);
    const { conversation } = await api.getTranscript(id);
    expect(conversation.watchers).toEqual([
      { id: expect.any(String), name: 'Avery Tremblay', since: expect.any(Number) },
    ]);
    expect(await failing(api.announcePresence('c-nope'))).toMatchObject({ code: 'not-found' });
  });

  it('learns who was first', async () => {
    const { id } = await takeable(3);
    const robin = at.simulator.world().users.find(({ name }) => name === 'Morgan Roy');
    if (robin === undefined) throw new Error('no second person');
    expect(world()?.takeOver(id, robin).ok).toBe(true);
    expect(await failing(api.takeOver(id))).toMatchObject({
      code: 'conflict',
      detail: { reason: 'taken-over', takenBy: { name: 'Morgan Roy', id: robin.id } },
    });
    expect(await failing(api.reply(id, 'x', 'client-message-2'))).toMatchObject({ code: 'conflict' });
    expect(await failing(api.getTranscript('c-nope'))).toMatchObject({ code: 'not-found' });
  });

  it.each([
    [{ kind: 'unauthorized', times: 1 }, undefined],
    [{ kind: 'unavailable', times: 2, retryAfterSeconds: 0 }, undefined],
    [
      { kind: 'too-many-requests', times: 1 },
      { code: 'saturated', detail: { status: 429, retryAfterMs: 2000 } },
    ],
    [{ kind: 'forbidden', times: 1 }, { code: 'forbidden' }],
    [{ kind: 'truncated-json', times: 1 }, { code: 'unavailable' }],
    [
      { kind: 'wrong-content-type', times: 1 },
      { code: 'unavailable', detail: { reason: 'wrong-content-type' } },
    ],
  ])('meets the fault %j', async (fault, failure) => {
    await at.admin('POST', 'faults', { ...fault, operation: 'liveConversations' });
    const met = await failing(api.liveSnapshot());
    await at.admin('DELETE', 'faults');
    if (failure === undefined) expect(met).toBeUndefined();
    else expect(met).toMatchObject(failure);
  });

  it('leaves a write in doubt when its answer is cut, and does not send it twice', async () => {
    const { id } = await takeable(3);
    await api.takeOver(id);
    await at.admin('POST', 'faults', { kind: 'truncated-json', times: 1, operation: 'addCsrMessage' });
    expect(await failing(api.reply(id, 'Only once', 'client-message-3'))).toMatchObject({ code: 'unknown-outcome' });
    await at.admin('DELETE', 'faults');
    const { messages } = await api.getTranscript(id);
    expect(messages.filter(({ text }) => text === 'Only once')).toHaveLength(1);
  });

  it('counts malformed events and goes on', async () => {
    await at.admin('POST', 'faults', { kind: 'malformed-events', every: 1, times: 1 });
    const { id } = await takeable(4);
    const controller = new AbortController();
    const types: string[] = [];
    const stream = api.streamConversations({
      signal: controller.signal,
      onOpen: () => void api.takeOver(id).catch(() => controller.abort()),
      onEvents: (events) => {
        types.push(...events.map(({ event }) => event.type));
        if (types.includes('malformed') && types.includes('conversation')) controller.abort();
      },
    });
    expect(await failing(stream)).toMatchObject({ code: 'cancelled' });
    await at.admin('DELETE', 'faults');
    expect(types).toContain('malformed');
  });
});
