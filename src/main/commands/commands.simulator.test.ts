import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Expected } from '../../shared/models/command.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import type { TenantApi } from '../platform/tenant-api.ts';
import { startSimulated } from '../platform/testing/simulated.ts';
import { systemClock } from '../storage/clock.ts';
import { silentLog } from '../storage/log.ts';
import { createCommands } from './commands.ts';
import { createJournal, type Journal } from './journal/journal.ts';

const WORLD = { seed: 7, conversations: 90, speed: 1, clock: 'driven' } as const;

const seen = ({ status, handler, revision }: Conversation): Expected => ({
  status,
  handlerKind: handler.kind,
  handlerName: handler.name,
  revision,
});

describe.each(['primary', 'harbour'] as const)('commands over loopback, %s dialect', (dialect) => {
  let at: Awaited<ReturnType<typeof startSimulated>>;
  let api: TenantApi;
  let tenant: string;
  let folder: string;
  let journal: Journal;
  let commands: ReturnType<typeof createCommands>;

  const make = () =>
    createCommands({
      apiFor: (slug) => at.platform.tenantApi(slug),
      read: (slug, id) => at.platform.tenantApi(slug).getTranscript(id),
      me: () => ({ id: 'another-id-of-the-same-person', name: at.account.name }),
      journal,
      clock: systemClock,
      log: silentLog,
      delays: { lost: [20, 50], answered: [20, 50] },
    });

  beforeAll(async () => {
    at = await startSimulated({ dialect, world: WORLD, heartbeatMs: 200 });
    tenant = at.account.tenants[0] ?? '';
    api = at.platform.tenantApi(tenant);
    folder = await mkdtemp(join(tmpdir(), 'commands-'));
    journal = createJournal({ folder, clock: systemClock });
    commands = make();
  }, 30_000);
  afterAll(async () => {
    await journal.close();
    await at.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function takeable(): Promise<Conversation> {
    const { conversations } = await api.liveSnapshot();
    const found = conversations.find(({ handler, status }) => handler.kind === 'ai' && status === 'in-progress');
    if (found === undefined) throw new Error('the world has nothing left to take over');
    return found;
  }

  async function held(): Promise<Conversation> {
    const target = await takeable();
    const result = await commands.takeOver({ tenant, id: target.id, expected: seen(target) });
    if (result.outcome !== 'done' || result.conversation === undefined) throw new Error(JSON.stringify(result));
    return result.conversation;
  }

  test('take over, reply, hand back; and transfer and complete others', async () => {
    const first = await held();
    expect(first).toMatchObject({ handler: { kind: 'human', name: at.account.name } });
    const input = { tenant, id: first.id, expected: seen(first) };
    const reply = { ...input, text: 'Bonjour, ici Avery.', clientMessageId: 'client-1' };
    expect(await commands.reply(reply)).toMatchObject({ outcome: 'done' });
    expect(await commands.reply(reply)).toMatchObject({ outcome: 'done' });
    const { messages } = await api.getTranscript(first.id);
    expect(messages.filter(({ text }) => text === reply.text)).toHaveLength(1);
    expect(await commands.handBack(input)).toMatchObject({
      outcome: 'done',
      conversation: { handler: { kind: 'ai' } },
    });

    const [contact] = await commands.internalContacts({ tenant });
    const second = await held();
    const transfer = { tenant, id: second.id, expected: seen(second), internalContactId: contact?.id ?? '' };
    expect(await commands.transfer(transfer)).toMatchObject({ outcome: 'done' });
    const third = await held();
    expect(await commands.complete({ tenant, id: third.id, expected: seen(third) })).toMatchObject({
      outcome: 'done',
      conversation: { ended: true, status: 'completed' },
    });
  });

  test('someone else was quicker: refused, unsent, named', async () => {
    const target = await takeable();
    const other = at.simulator.world().users.find(({ name }) => name === 'Morgan Roy');
    if (other === undefined) throw new Error('no second person');
    at.simulator.world().tenant(tenant)?.takeOver(target.id, other);
    expect(await commands.takeOver({ tenant, id: target.id, expected: seen(target) })).toMatchObject({
      outcome: 'refused',
      failure: { code: 'conflict', detail: { takenBy: { name: 'Morgan Roy' } } },
    });
  });

  test('a reply whose answer is cut off is found by reading, and not sent again after a restart', async () => {
    const target = await held();
    const input = { tenant, id: target.id, expected: seen(target) };
    await at.admin('POST', 'faults', { kind: 'truncated-json', times: 1, operation: 'addCsrMessage' });
    expect(await commands.reply({ ...input, text: 'Only once', clientMessageId: 'client-2' })).toMatchObject({
      outcome: 'done',
    });
    await at.admin('DELETE', 'faults');
    const again = { ...input, text: 'Only once', clientMessageId: 'client-2' };
    expect(await make().reply(again)).toMatchObject({ outcome: 'done' });
    const { messages } = await api.getTranscript(target.id);
    expect(messages.filter(({ text }) => text === 'Only once')).toHaveLength(1);
  });

  test('back-pressure and missing permission are refusals with their reason', async () => {
    const target = await held();
    const input = { tenant, id: target.id, expected: seen(target), text: 'Hello', clientMessageId: 'client-3' };
    await at.admin('POST', 'faults', { kind: 'too-many-requests', times: 1, operation: 'addCsrMessage' });
    expect(await commands.reply(input)).toMatchObject({ outcome: 'refused', failure: { code: 'saturated' } });
    await at.admin('POST', 'faults', { kind: 'forbidden', times: 1, operation: 'addCsrMessage' });
    expect(await commands.reply(input)).toMatchObject({ outcome: 'refused', failure: { code: 'forbidden' } });
    expect(await commands.reply(input)).toMatchObject({ outcome: 'done' });
  });

  test('all of it is in the journal, and the journal is intact', async () => {
    expect(await journal.verify()).toMatchObject({ intact: true, problems: [] });
    const outcomes = (await journal.read({ tenant })).flatMap(({ details }) => details?.outcome?.outcome ?? []);
    expect(new Set(outcomes)).toEqual(new Set(['done', 'refused']));
    expect(JSON.stringify(await journal.read())).not.toContain('Bonjour');
  });
});
