import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf, tenantOf, testWorld, unwrap } from '../testing/test-world.ts';
import { watch } from '../testing/witness.ts';
import type { Actor, Conversation, TenantWorld, World } from '../world-port.ts';

const avery: Actor = { id: 'u-avery', name: 'Avery Tremblay' };
const morgan: Actor = { id: 'u-morgan', name: 'Morgan Roy' };

let world: World;
let tenant: TenantWorld;

beforeEach(() => {
  world = testWorld();
  tenant = tenantOf(world);
});

/** A live conversation of this kind; lets the world run on until there is one. */
function waitFor(wanted: (c: Conversation) => boolean): Conversation {
  for (let i = 0; i < 3_000; i += 1) {
    const found = tenant.conversations().find(wanted);
    if (found !== undefined) return found;
    world.clock.advance(100);
  }
  throw new Error('No such conversation within five minutes');
}

const withAi = (c: Conversation) => c.handledBy.kind === 'ai' && c.state !== 'Initial';

function now(id: string): Conversation {
  const found = tenant.get(id);
  if (found === undefined) throw new Error(`${id} is gone`);
  return found;
}

describe('taking over', () => {
  it('puts the conversation in the hands of the operator at once and silences the AI', () => {
    const { transcriptId, revision, startedAt } = waitFor(withAi);
    const before = tenant.sequence;
    const taken = unwrap(tenant.takeOver(transcriptId, avery));
    expect(taken).toMatchObject({
      revision: revision + 1,
      status: 'human-handoff',
      aiState: 'paused',
      queue: null,
      startedAt,
      handledBy: {
        kind: 'human',
        userId: avery.id,
        name: avery.name,
        since: new Date(world.clock.now()).toISOString(),
      },
    });
    const told = tenant.events.since(before)?.map(({ type, revision: r }) => [type, r]);
    expect(told?.filter(([type]) => type !== 'function.finished')).toEqual([
      ['message.added', revision + 1],
      ['conversation.updated', revision + 1],
    ]);
    world.clock.advance(120_000);
    const spoken = tenant
      .get(transcriptId)
      ?.messages.filter(({ at }) => Date.parse(at) >= Date.parse(taken.handledBy.since ?? ''));
    expect(spoken?.some(({ role }) => role === 'ai')).toBe(false);
  });

  it('during composing drops the answer and gives its model place back', () => {
    const { transcriptId } = waitFor((c) => c.aiState === 'composing');
    const { inUse } = tenant.modelPool;
    const said = tenant.get(transcriptId)?.messages.filter(({ role }) => role === 'ai').length;
    unwrap(tenant.takeOver(transcriptId, avery));
    expect(tenant.modelPool.inUse).toBe(inUse - 1);
    world.clock.advance(30_000);
    expect(tenant.get(transcriptId)?.messages.filter(({ role }) => role === 'ai')).toHaveLength(said ?? -1);
  });

  it('ends a function that was running, as cancelled', () => {
    const isRunning = (c: Conversation) => tenant.get(c.transcriptId)?.functionCalls.at(-1)?.status === 'running';
    const { transcriptId } = waitFor((c) => withAi(c) && isRunning(c));
    unwrap(tenant.takeOver(transcriptId, avery));
    expect(tenant.get(transcriptId)?.functionCalls.at(-1)).toMatchObject({
      status: 'failed',
      event: null,
      outputs: null,
    });
  });

  it('is refused when somebody else has it, naming them; is no change for the holder', () => {
    const { transcriptId } = waitFor(withAi);
    const first = unwrap(tenant.takeOver(transcriptId, avery));
    const since = first.handledBy.since ?? '';
    expect(tenant.takeOver(transcriptId, morgan)).toMatchObject({
      code: 'taken-over',
      takenBy: { id: avery.id, name: avery.name, at: since },
    });
    expect(unwrap(tenant.takeOver(transcriptId, avery))).toBe(first);
    const colleagues = waitFor((c) => c.handledBy.kind === 'human' && c.handledBy.userId !== avery.id);
    expect(codeOf(tenant.takeOver(colleagues.transcriptId, avery))).toBe('taken-over');
  });

  it('is refused when queued, ended or unknown', () => {
    const queued = waitFor((c) => c.status === 'queued');
    expect(codeOf(tenant.takeOver(queued.transcriptId, avery))).toBe('not-takeable');
    const ended = unwrap(tenant.list({ status: ['completed'] }, undefined, 1)).items[0];
    expect(codeOf(tenant.takeOver(ended?.transcriptId ?? '', avery))).toBe('not-takeable');
    expect(codeOf(tenant.takeOver('c-none', avery))).toBe('not-found');
  });
});

describe('answering as CSR', () => {
  it('is heard: the customer answers and calms down', () => {
    const { transcriptId } = waitFor((c) => withAi(c) && c.risk.level >= 2);
    const worried = unwrap(tenant.takeOver(transcriptId, avery));
    const message = unwrap(tenant.addCsrMessage(transcriptId, avery, { text: 'I am on it.', clientMessageId: 'k1' }));
    expect(message).toMatchObject({ role: 'csr', author: avery, text: 'I am on it.', clientMessageId: 'k1' });
    world.clock.advance(10_000);
    const transcript = tenant.get(transcriptId);
    expect(transcript?.messages.slice(message.index + 1).map(({ role }) => role)).toContain('customer');
    unwrap(tenant.addCsrMessage(transcriptId, avery, { text: 'It is fixed now.' }));
    world.clock.advance(10_000);
    expect(now(transcriptId).risk.level).toBeLessThan(worried.risk.level);
    expect(now(transcriptId).sentimentTrend.at(-1)).toBeGreaterThan(worried.sentimentTrend.at(-1) ?? 1);
  });

  it('of the same client message id adds one message only', () => {
    const { transcriptId } = waitFor(withAi);
    unwrap(tenant.takeOver(transcriptId, avery));
    const message = unwrap(tenant.addCsrMessage(transcriptId, avery, { text: 'Hello', clientMessageId: 'k1' }));
    const { sequence } = tenant;
    expect(tenant.addCsrMessage(transcriptId, avery, { text: 'Hello', clientMessageId: 'k1' })).toEqual({
      ok: true,
      value: message,
    });
    expect(tenant.sequence).toBe(sequence);
    expect(unwrap(tenant.addCsrMessage(transcriptId, avery, { text: 'Hello', clientMessageId: 'k2' })).index).toBe(
      message.index + 1,
    );
  });

  it('needs the conversation in hand, and some text', () => {
    const { transcriptId } = waitFor(withAi);
    expect(codeOf(tenant.addCsrMessage(transcriptId, avery, { text: 'Hi' }))).toBe('not-holder');
    unwrap(tenant.takeOver(transcriptId, avery));
    expect(codeOf(tenant.addCsrMessage(transcriptId, morgan, { text: 'Hi' }))).toBe('taken-over');
    expect(codeOf(tenant.addCsrMessage(transcriptId, avery, { text: '  ' }))).toBe('invalid');
    expect(codeOf(tenant.addCsrMessage(transcriptId, avery, { text: 'x'.repeat(10_001) }))).toBe('invalid');
  });

  it('not at all makes the customer ask, ever less pleased, and leave in the end', () => {
    const { transcriptId } = waitFor((c) => withAi(c) && c.platform === 'voice');
    unwrap(tenant.takeOver(transcriptId, avery));
    world.clock.advance(3 * 60_000);
    expect(now(transcriptId).endedAt).toBeNull();
    expect(tenant.get(transcriptId)?.messages.at(-1)?.role).toBe('customer');
    world.clock.advance(30 * 60_000);
    expect(now(transcriptId).status).toBe('abandoned');
  });
});

describe('handing back', () => {
  it('lets the AI go on in the state where it was', () => {
    const { transcriptId, state } = waitFor((c) => withAi(c) && c.state !== 'Handoff' && c.state !== 'Wrap Up');
    unwrap(tenant.takeOver(transcriptId, avery));
    const back = unwrap(tenant.handBack(transcriptId, avery, { note: 'Credit of $20 given' }));
    expect(back).toMatchObject({ status: 'in-progress', handledBy: { kind: 'ai' }, aiState: 'running', state });
    const texts = tenant
      .get(transcriptId)
      ?.messages.map(({ text }) => text)
      .join('\n');
    expect(texts).toContain('Credit of $20 given');
    world.clock.advance(20_000);
    expect(
      tenant
        .get(transcriptId)
        ?.messages.filter(({ index }) => index > 0)
        .at(-1)?.role,
    ).not.toBe('system');
    expect(codeOf(tenant.addCsrMessage(transcriptId, avery, { text: 'One more thing' }))).toBe('not-holder');
    expect(codeOf(tenant.handBack(transcriptId, avery, {}))).toBe('not-holder');
  });
});

describe('ending', () => {
  it('by completing: only by the holder, only as completed, and for good', () => {
    const { transcriptId } = waitFor(withAi);
    expect(codeOf(tenant.setStatus(transcriptId, avery, 'completed'))).toBe('not-holder');
    unwrap(tenant.takeOver(transcriptId, avery));
    expect(codeOf(tenant.setStatus(transcriptId, avery, 'failed'))).toBe('invalid');
    const done = unwrap(tenant.setStatus(transcriptId, avery, 'completed'));
    expect(done.status).toBe('completed');
    expect(done.endedAt).toBe(new Date(world.clock.now()).toISOString());
    expect(tenant.conversations().some((c) => c.transcriptId === transcriptId)).toBe(false);
    expect(codeOf(tenant.setStatus(transcriptId, avery, 'completed'))).toBe('ended');
    expect(codeOf(tenant.addCsrMessage(transcriptId, avery, { text: 'Hi' }))).toBe('ended');
    world.clock.advance(60_000);
    expect(now(transcriptId)).toMatchObject({ ...done, revision: done.revision });
  });

  it('by transfer to an internal contact, from the AI or from the own hands', () => {
    const [contact] = tenant.internalContacts();
    const internalContactId = contact?.id ?? '';
    const { transcriptId } = waitFor(withAi);
    expect(codeOf(tenant.transfer(transcriptId, avery, { internalContactId: 'ic-0' }))).toBe('invalid');
    const gone = unwrap(tenant.transfer(transcriptId, avery, { internalContactId, note: 'Needs a crew' }));
    expect(gone.status).toBe('human-handoff');
    expect(gone.tags).toContainEqual({ name: 'Handoff', value: contact?.name });
    const own = waitFor(withAi);
    unwrap(tenant.takeOver(own.transcriptId, morgan));
    expect(codeOf(tenant.transfer(own.transcriptId, avery, { internalContactId }))).toBe('taken-over');
    expect(unwrap(tenant.transfer(own.transcriptId, morgan, { internalContactId })).endedAt).not.toBeNull();
    expect(codeOf(tenant.transfer(own.transcriptId, morgan, { internalContactId }))).toBe('ended');
  });
});

describe('tags', () => {
  it('can be set on live and finished conversations, and are told', () => {
    const witness = watch(tenant);
    const ended = unwrap(tenant.list({ status: ['completed'] }, undefined, 1)).items[0];
    const tags = [{ name: 'Issue', value: 'Meter' }];
    for (const id of [waitFor(withAi).transcriptId, ended?.transcriptId ?? '']) {
      const { revision } = now(id);
      expect(unwrap(tenant.setTags(id, avery, tags))).toMatchObject({ revision: revision + 1, tags });
      expect(witness.events.at(-1)).toMatchObject({ type: 'conversation.updated', transcriptId: id });
    }
    expect(now(ended?.transcriptId ?? '').endedAt).toBe(ended?.endedAt);
    expect(codeOf(tenant.setTags('c-none', avery, tags))).toBe('not-found');
    expect(codeOf(tenant.setTags(ended?.transcriptId ?? '', avery, [{ name: ' ', value: '' }]))).toBe('invalid');
  });
});
