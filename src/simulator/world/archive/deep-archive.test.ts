import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../fold-text.ts';
import { codeOf, tenantOf, testWorld, unwrap } from '../testing/test-world.ts';
import type { Conversation, TenantWorld, TranscriptFilter } from '../world-port.ts';

const size = 2_000;
const world = testWorld({ transcripts: size });
const tenant = tenantOf(world);
const me = { id: 'u-1', name: 'Avery' };

function whole(of: TenantWorld, filter: TranscriptFilter = {}, limit = 200): Conversation[] {
  const items: Conversation[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = unwrap(of.list(filter, cursor, limit));
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}
const all = whole(tenant);
const textOf = (id: string): string => foldText((tenant.get(id)?.messages ?? []).map(({ text }) => text).join('\n'));

describe('the archive', () => {
  it('has its share of conversations, each once, newest first, over three months, none of them unfinished', () => {
    expect(all.length).toBeGreaterThan(size * 0.6);
    expect(new Set(all.map(({ transcriptId }) => transcriptId)).size).toBe(all.length);
    const starts = all.map(({ startedAt }) => startedAt);
    expect(starts).toEqual(starts.toSorted().toReversed());
    const oldest = Date.parse(starts.at(-1) ?? '');
    expect(world.clock.now() - oldest).toBeGreaterThan(85 * 86_400_000);
    const deep = all.filter(({ transcriptId }) => transcriptId.length > 7);
    expect(deep.every(({ endedAt }) => endedAt !== null)).toBe(true);
  });

  it('is the same for the same seed, and another for another', () => {
    const again = whole(tenantOf(testWorld({ transcripts: size })));
    expect(again).toEqual(all);
    const other = whole(tenantOf(testWorld({ transcripts: size, seed: 12 })));
    expect(other.slice(-50)).not.toEqual(all.slice(-50));
  });

  it('tells each conversation of its own customer, and of nobody else', () => {
    const plain = all.filter(({ contact, platform }) => platform === 'voice' && contact.name !== undefined).slice(-200);
    for (const { transcriptId, contact, parameters } of plain) {
      const told = tenant.get(transcriptId);
      expect(told?.contact).toEqual(contact);
      const account = parameters.find(({ name }) => name === 'accountNumber')?.value;
      for (const { outputs } of told?.functionCalls ?? []) {
        if (outputs?.['accountNumber'] !== undefined) expect(outputs['accountNumber']).toBe(account);
        if (outputs?.['holder'] !== undefined) expect(outputs['holder']).toBe(contact.name);
      }
    }
  });

  it('keeps its messages in order between start and end', () => {
    for (const { transcriptId, startedAt, endedAt } of all.slice(-150)) {
      const times = (tenant.get(transcriptId)?.messages ?? []).map(({ at }) => at);
      expect(times).toEqual(times.toSorted());
      expect(times.every((at) => at >= startedAt && at <= (endedAt ?? ''))).toBe(true);
    }
  });

  it.each(['duration', 'risk', 'lastMessageAt'] as const)('sorts by %s, both ways, with whole pages', (field) => {
    const read = (descending: boolean): string[] => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = unwrap(tenant.list({}, cursor, 97, { field, descending }));
        ids.push(...page.items.map(({ transcriptId }) => transcriptId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return ids;
    };
    const down = read(true);
    expect(down.length).toBe(all.length);
    expect(read(false)).toEqual(down.toReversed());
  });

  it.each<[string, TranscriptFilter, (c: Conversation) => boolean]>([
    ['risk', { risk: ['high', 'critical'] }, (c) => ['high', 'critical'].includes(c.risk.label)],
    ['sentiment', { sentiment: 'anger' }, (c) => c.sentiments.some((s) => s.name === 'anger' && s.score > 0.1)],
    ['function', { function: 'lookupAccount' }, (c) => c.functionsCalled.includes('lookupAccount')],
    ['language', { language: 'fr' }, (c) => c.language === 'fr'],
    [
      'contact',
      { contact: 'grace' },
      (c) => foldText(`${c.contact.display} ${c.contact.name ?? ''}`).includes('grace'),
    ],
    ['point of contact', { pointOfContact: 'Billing line' }, (c) => c.pointOfContact.name === 'Billing line'],
    [
      'duration',
      { minDuration: 60, maxDuration: 90 },
      (c) => {
        const seconds = (Date.parse(c.endedAt ?? '') - Date.parse(c.startedAt)) / 1000;
        return seconds >= 60 && seconds <= 90;
      },
    ],
  ])('filters by %s', (_name, filter, wanted) => {
    const found = whole(tenant, filter);
    expect(found).toEqual(all.filter(wanted));
    expect(found.length).toBeLessThan(all.length);
    if (filter.function === undefined) expect(found.length).toBeGreaterThan(0);
    expect(unwrap(tenant.list(filter, undefined, 1))).toMatchObject({ total: found.length, totalIsExact: true });
  });
});

describe('searching the archive', () => {
  it('finds just those that say it, whatever customers’ words stand beside it', () => {
    const words = all
      .filter((_, index) => index % 90 === 3)
      .flatMap(({ transcriptId }) => textOf(transcriptId).split(/\s+/).slice(0, 60));
    fc.assert(
      fc.property(fc.nat(words.length - 3), fc.integer({ min: 1, max: 3 }), (at, count) => {
        const phrase = words
          .slice(at, at + count)
          .join(' ')
          .replaceAll('"', '');
        const found = unwrap(tenant.search(`"${phrase}"`, {}, undefined, 200));
        const expected = all.filter(({ transcriptId }) => mentionsAnywhere(transcriptId, phrase));
        expect(found.items.map(({ conversation }) => conversation.transcriptId)).toEqual(
          expected.slice(0, 200).map(({ transcriptId }) => transcriptId),
        );
        if (found.totalIsExact) expect(found.total).toBe(expected.length);
      }),
      { numRuns: 12, seed: 5 },
    );
  });

  function mentionsAnywhere(id: string, phrase: string): boolean {
    const told = tenant.get(id);
    if (told === undefined) return false;
    const about = [...told.tags, ...told.parameters].flatMap(({ name, value }) => [name, value]);
    const texts = [
      id,
      told.contact.display,
      told.contact.name ?? '',
      ...about,
      ...told.messages.map(({ text }) => text),
    ];
    return foldText(texts.join('\n')).includes(phrase);
  }

  it('looks at one speaker only, and marks what it found', () => {
    const found = unwrap(tenant.search('thank you', {}, undefined, 50, { speaker: 'customer' }));
    for (const { conversation, snippets } of found.items) {
      const said = tenant.get(conversation.transcriptId)?.messages.filter(({ role }) => role === 'customer') ?? [];
      expect(foldText(said.map(({ text }) => text).join('\n'))).toContain('thank');
      for (const { text, marks, speaker } of snippets) {
        expect(speaker).toBe('customer');
        for (const { from, to } of marks) expect(['thank', 'you']).toContain(foldText(text.slice(from, to)));
      }
    }
  });

  it('takes cursors of this run and this order only', () => {
    const { nextCursor } = unwrap(tenant.list({}, undefined, 5));
    const other = tenantOf(testWorld({ transcripts: size, generation: 1 }));
    expect(codeOf(other.list({}, nextCursor ?? '', 5))).toBe('cursor-expired');
    expect(codeOf(tenant.list({}, nextCursor ?? '', 5, { field: 'risk', descending: true }))).toBe('invalid');
  });
});

describe('what is changed in the archive', () => {
  const target = all.at(-7)?.transcriptId ?? '';
  it('stays changed, and is listed and found by it', () => {
    const before = tenant.get(target);
    unwrap(tenant.setTags(target, me, [{ name: 'Audit', value: 'sample' }], before?.revision));
    expect(whole(tenant, { tag: 'Audit:sample' }).map(({ transcriptId }) => transcriptId)).toEqual([target]);
    expect(tenant.get(target)?.revision).toBe((before?.revision ?? 0) + 1);
    expect(whole(tenant).length).toBe(all.length);
    expect(codeOf(tenant.setTags(target, me, [], before?.revision))).toBe('stale-revision');
    expect(unwrap(tenant.flag(target, me, true)).flagged).toBe(true);
    expect(unwrap(tenant.report(target, me, { reason: 'Wrong advice' }))).toMatchObject({
      status: 'reported',
      report: { reason: 'Wrong advice', by: { name: 'Avery' } },
    });
    expect(codeOf(tenant.report(target, me, { reason: ' ' }))).toBe('invalid');
  });

  it('remembers who viewed it', () => {
    unwrap(tenant.recordView(target, me));
    expect(unwrap(tenant.views(target)).map(({ by }) => by.name)).toEqual(['Avery']);
    expect(codeOf(tenant.views('c-1'))).toBe('not-found');
  });

  it('is gone for good once it was deleted, changed before or not', () => {
    const [changed, plain] = [target, all.at(-9)?.transcriptId ?? ''];
    for (const id of [changed, plain]) {
      unwrap(tenant.deleteTranscript(id));
      expect(tenant.get(id)).toBeUndefined();
      expect(codeOf(tenant.flag(id, me, true))).toBe('not-found');
      expect(codeOf(tenant.deleteTranscript(id))).toBe('not-found');
    }
    expect(whole(tenant).map(({ transcriptId }) => transcriptId)).toEqual(
      all.map(({ transcriptId }) => transcriptId).filter((id) => id !== changed && id !== plain),
    );
  });

  it('threads the conversations of one customer', () => {
    const own = all.find(({ parameters }) => parameters.some(({ name }) => name === 'accountNumber'));
    const account = own?.parameters.find(({ name }) => name === 'accountNumber')?.value;
    const history = unwrap(tenant.contactHistory(own?.transcriptId ?? '', undefined, 200));
    expect(history.items.map(({ transcriptId }) => transcriptId)).toContain(own?.transcriptId);
    for (const { parameters } of history.items)
      expect(parameters).toContainEqual(expect.objectContaining({ name: 'accountNumber', value: account }));
  });

  it('threads by what a function has proved, whoever the channel shows, and never by what a visitor claims', () => {
    const accountOf = ({ parameters }: Conversation) =>
      parameters.find(({ name, source }) => name === 'accountNumber' && source === 'verified')?.value;
    const byAccount = Map.groupBy(all, accountOf);
    byAccount.delete(undefined);
    // One customer who called and wrote: the channels show them by a number and by an address.
    const [one = []] = [...byAccount.values()].filter(
      (theirs) => new Set(theirs.map(({ contact }) => contact.display)).size > 1,
    );
    const ids = (id: string) =>
      unwrap(tenant.contactHistory(id, undefined, 200)).items.map(({ transcriptId }) => transcriptId);
    expect(new Set(ids(one[0]?.transcriptId ?? ''))).toEqual(new Set(one.map(({ transcriptId }) => transcriptId)));
    // Two customers who are shown alike: the same number to call, another account.
    const [alike = []] = [...Map.groupBy(all.filter(accountOf), ({ contact }) => contact.display).values()].filter(
      (shown) => new Set(shown.map(accountOf)).size > 1,
    );
    const [first, other] = [...new Map(alike.map((each) => [accountOf(each), each])).values()];
    expect(ids(first?.transcriptId ?? '')).not.toContain(other?.transcriptId);
    const account = one.map(accountOf)[0] ?? '';
    const claimed = unwrap(tenant.createWebchat({ parameters: [{ name: 'accountNumber', value: account }] }));
    expect(ids(claimed.transcriptId)).toEqual([claimed.transcriptId]);
    expect(ids(one[0]?.transcriptId ?? '')).not.toContain(claimed.transcriptId);
  });
});
