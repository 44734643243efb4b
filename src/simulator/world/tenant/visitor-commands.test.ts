import { describe, expect, it } from 'vitest';
import { codeOf, tenantOf, testWorld, unwrap } from '../testing/test-world.ts';

const avery = { id: 'u-avery', name: 'Avery Tremblay' };

describe('a web chat made through the API', () => {
  it('is answered by the AI through the flow, message by message, and closed', () => {
    const world = testWorld();
    const tenant = tenantOf(world);
    const { transcriptId, messages } = unwrap(
      tenant.createWebchat({
        contactName: 'Jo Field',
        text: 'No power here',
        parameters: [{ name: 'accountId', value: '9' }],
      }),
    );
    expect(messages.map(({ role, text }) => [role, text])).toEqual([['customer', 'No power here']]);
    expect(tenant.get(transcriptId)).toMatchObject({
      platform: 'webchat',
      contact: { name: 'Jo Field' },
      parameters: [{ name: 'accountId', value: '9', source: 'asserted' }],
    });
    for (let turn = 0; turn < 15 && tenant.get(transcriptId)?.endedAt === null; turn += 1) {
      world.clock.advance(25_000);
      tenant.sendMessage(transcriptId, { text: 'Yes, that is right' });
    }
    world.clock.advance(300_000);
    const transcript = tenant.get(transcriptId);
    expect(transcript?.messages.filter(({ role }) => role === 'ai').length).toBeGreaterThan(1);
    expect(transcript?.transitions.length).toBeGreaterThan(1);
    // The world never puts words into a visitor's mouth.
    const own = transcript?.messages.filter(({ role }) => role === 'customer').map(({ text }) => text);
    expect(new Set(own)).toEqual(new Set(['No power here', 'Yes, that is right']));
  });

  it('is greeted when the visitor has not written, in their language, and abandoned when they never do', () => {
    const world = testWorld();
    const tenant = tenantOf(world, 'maritime-telecom');
    const { transcriptId } = unwrap(tenant.createWebchat({ language: 'fr' }));
    world.clock.advance(15_000);
    const greeting = tenant.get(transcriptId)?.messages[0];
    expect(greeting?.role).toBe('ai');
    expect(greeting?.text).toContain('Bonjour');
    world.clock.advance(11 * 60_000);
    expect(tenant.get(transcriptId)?.status).toBe('abandoned');
  });

  it('goes to the queue when the visitor asks for a person', () => {
    const world = testWorld();
    const tenant = tenantOf(world);
    const { transcriptId } = unwrap(tenant.createWebchat({ text: 'My bill is wrong' }));
    for (let i = 0; i < 40 && tenant.get(transcriptId)?.messages.at(-1)?.role !== 'ai'; i += 1)
      world.clock.advance(500);
    world.clock.advance(1_000);
    unwrap(tenant.sendMessage(transcriptId, { text: 'I want to talk to a human' }));
    expect(tenant.get(transcriptId)?.state).toBe('Handoff');
    world.clock.advance(12_000);
    expect(tenant.get(transcriptId)?.status).toBe('queued');
  });

  it('reaches the operator who holds it, and nobody else answers', () => {
    const world = testWorld();
    const tenant = tenantOf(world);
    const { transcriptId } = unwrap(tenant.createWebchat({ text: 'Hello?' }));
    unwrap(tenant.takeOver(transcriptId, avery));
    unwrap(tenant.sendMessage(transcriptId, { text: 'Are you a person?' }));
    world.clock.advance(60_000);
    expect(tenant.get(transcriptId)?.messages.map(({ role }) => role)).toEqual(['customer', 'system', 'customer']);
  });
});

describe('back-pressure', () => {
  it('refuses what needs a model while all are busy, and takes it once one is free', () => {
    const world = testWorld({}, { modelPlaces: 1 });
    const tenant = tenantOf(world);
    for (let i = 0; i < 500 && tenant.modelPool.inUse === 0; i += 1) world.clock.advance(20);
    expect(tenant.modelPool).toMatchObject({ inUse: 1, capacity: 1 });
    const { sequence } = tenant;
    expect(tenant.createWebchat({ text: 'Hi' })).toMatchObject({ code: 'saturated', retryAfterSeconds: 2 });
    const waiting = tenant
      .conversations()
      .find((c) => c.platform === 'webchat' && c.aiState === 'running' && c.handledBy.kind === 'ai');
    expect(codeOf(tenant.sendMessage(waiting?.transcriptId ?? '', { text: 'Hi' }))).toBe('saturated');
    expect(tenant.sequence).toBe(sequence);
    let made = tenant.createWebchat({ text: 'Hi' });
    for (let i = 0; i < 2_000 && !made.ok; i += 1) {
      world.clock.advance(20);
      made = tenant.createWebchat({ text: 'Hi' });
    }
    expect(made.ok).toBe(true);
  });

  it('is felt by the customers who wait', () => {
    const events = (modelPlaces: number) => {
      const world = testWorld({ conversations: 60 }, { modelPlaces });
      world.clock.advance(60_000);
      return tenantOf(world)
        .conversations()
        .reduce((sum, { risk }) => sum + risk.level, 0);
    };
    expect(events(1)).toBeGreaterThan(events(60));
  });
});

it('refuses messages that make no sense', () => {
  const tenant = tenantOf(testWorld());
  const voice = tenant.conversations().find(({ platform }) => platform === 'voice');
  expect(codeOf(tenant.sendMessage(voice?.transcriptId ?? '', { text: 'Hi' }))).toBe('invalid');
  expect(codeOf(tenant.sendMessage('c-none', { text: 'Hi' }))).toBe('not-found');
  expect(codeOf(tenant.createWebchat({ text: ' ' }))).toBe('invalid');
  const ended = unwrap(tenant.list({ platform: ['webchat'], status: ['completed'] }, undefined, 1)).items[0];
  expect(codeOf(tenant.sendMessage(ended?.transcriptId ?? '', { text: 'Hi' }))).toBe('ended');
});
