import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveHit, ArchiveQuery } from '../../../shared/models/archive.ts';
import { failureOf } from '../../../shared/models/failure.ts';
import { startSimulated } from '../testing/simulated.ts';
import type { ArchiveApi } from './archive-api.ts';

const WORLD = { seed: 7, conversations: 40, transcripts: 1_500, speed: 1, clock: 'driven' } as const;

describe.each(['primary', 'harbour'] as const)('the archive of the %s dialect', (dialect) => {
  let at: Awaited<ReturnType<typeof startSimulated>>;
  let api: ArchiveApi;
  let tenant: string;

  beforeAll(async () => {
    at = await startSimulated({ dialect, world: WORLD });
    tenant = at.account.tenants[0] ?? '';
    api = at.platform.archiveApi(tenant);
  }, 30_000);
  afterAll(() => at.close());

  const world = () => {
    const found = at.simulator.world().tenant(tenant);
    if (found === undefined) throw new Error('The tenant is gone');
    return found;
  };
  const failing = (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      (thrown: unknown) => failureOf(thrown),
    );
  const pagesOf = async (query: ArchiveQuery, limit: number, most: number): Promise<ArchiveHit[]> => {
    const items: ArchiveHit[] = [];
    let next: string | undefined;
    for (let page = 0; page < most; page += 1) {
      const read = await api.search(query, { limit, ...(next !== undefined && { next }) });
      items.push(...read.items);
      next = read.next;
      if (next === undefined) break;
    }
    return items;
  };
  const everything: ArchiveQuery = { text: '', filter: {} };

  it('reads pages in order, each conversation once, and tells how many there are', async () => {
    const truth = world().list({}, undefined, 120);
    if (!truth.ok) throw new Error(truth.message);
    const read = await pagesOf(everything, 40, 3);
    expect(read.map(({ conversation }) => conversation.id)).toEqual(
      truth.value.items.map(({ transcriptId }) => transcriptId),
    );
    expect((await api.search(everything, { limit: 1 })).total).toBe(truth.value.total);
  });

  it.each([
    ['listed', ''],
    ['searched', 'power'],
  ])('skips none that is %s when some that were read vanish before the next page', async (_, text) => {
    const query: ArchiveQuery = { text, filter: { status: ['completed'] } };
    const before = await pagesOf(query, 200, 10);
    const first = await api.search(query, { limit: 20 });
    // The last one read among them, and one after the other.
    const gone = [0, 5, 6, 19].map((nth) => first.items[nth]?.conversation.id ?? '');
    for (const id of gone) expect(world().deleteTranscript(id)).toMatchObject({ ok: true });
    const second = await api.search(query, { limit: 20, ...(first.next !== undefined && { next: first.next }) });
    const third = await api.search(query, { limit: 20, ...(second.next !== undefined && { next: second.next }) });
    const read = [first, second, third].flatMap(({ items }) => items.map(({ conversation }) => conversation.id));
    expect(new Set(read)).toEqual(
      new Set(before.slice(0, new Set(read).size).map(({ conversation }) => conversation.id)),
    );
    expect(new Set(read).size).toBeGreaterThanOrEqual(56);
  });

  it('filters by what the instance can be asked for, with its spellings and units', async () => {
    const [oldest] = (await pagesOf(everything, 100, 5)).slice(-1);
    const from = oldest?.conversation.startedAt ?? 0;
    const filters = { platform: ['voice'], status: ['completed'], direction: 'inbound', from } as const;
    const read = await api.search({ text: '', filter: filters });
    expect(read.items.length).toBeGreaterThan(3);
    for (const { conversation } of read.items) {
      expect(conversation).toMatchObject({ platform: 'voice', status: 'completed', direction: 'inbound' });
      expect(conversation.startedAt).toBeGreaterThanOrEqual(from);
    }
    const flagged = await api.search({ text: '', filter: { flagged: true } });
    expect(flagged.items.every(({ conversation }) => conversation.flagged)).toBe(true);
  });

  it('searches words and phrases, with snippets, page by page', async () => {
    const truth = world().search('power "account number"', {}, undefined, 60);
    if (!truth.ok) throw new Error(truth.message);
    expect(truth.value.items.length).toBeGreaterThan(5);
    const read = await pagesOf({ text: 'power "account number"', filter: {} }, 20, 3);
    expect(read.map(({ conversation }) => conversation.id)).toEqual(
      truth.value.items.map(({ conversation }) => conversation.transcriptId),
    );
    expect(read.some(({ snippets }) => snippets.some(({ text }) => /power|account/i.test(text)))).toBe(true);
  });

  it('says which filter the instance has no place for, instead of leaving it out', async () => {
    const filter = dialect === 'primary' ? { platform: ['voice', 'sms'] } : { platform: ['voice', 'sms'] };
    const failure = await failing(api.search({ text: 'power', filter }));
    if (dialect === 'primary') expect(failure).toBeUndefined();
    else expect(failure).toMatchObject({ code: 'unavailable', detail: { field: 'platform' } });
  });

  it('reads one whole, and as text', async () => {
    const [hit] = (await api.search({ text: '', filter: { platform: ['voice'], status: ['completed'] } })).items;
    const id = hit?.conversation.id ?? '';
    const truth = world().get(id);
    const read = await api.get(id);
    expect(read.messages.map(({ text }) => text)).toEqual(truth?.messages.map(({ text }) => text));
    expect(read.functionCalls.length).toBe(truth?.functionCalls.length);
    expect(await api.readable(id)).toContain(truth?.messages[0]?.text);
    const recording = await api.recording(id);
    expect(recording.type).toBe('audio/wav');
    expect(new TextDecoder('latin1').decode(recording.bytes.subarray(0, 4))).toBe('RIFF');
  });

  it('changes tags, flag and report, and tells who viewed it and what else its contact said', async () => {
    const [hit] = (await api.search({ text: '', filter: { status: ['completed'] } })).items.slice(3);
    const id = hit?.conversation.id ?? '';
    const before = world().get(id)?.revision;
    await api.setTags(id, [{ name: 'Audit', value: 'sample' }], before);
    expect(world().get(id)?.tags).toEqual([{ name: 'Audit', value: 'sample' }]);
    if (dialect === 'primary') expect(await failing(api.setTags(id, [], before))).toMatchObject({ code: 'conflict' });
    expect(await api.flag(id, true)).toMatchObject({ flagged: true });
    expect(await api.report(id, 'Wrong advice', 'Said the wrong date')).toMatchObject({ status: 'reported' });
    await api.recordView(id);
    expect((await api.views(id)).map(({ by }) => by)).toEqual(['Avery Tremblay']);
    expect((await api.history(id)).items.map(({ conversation }) => conversation.id)).toContain(id);
    expect(await api.journeyParameters()).toEqual(['accountNumber']);
  });

  it('tells a conversation that is not there from one that cannot be read', async () => {
    expect(await failing(api.get('c-404'))).toMatchObject({ code: 'not-found' });
  });
});
