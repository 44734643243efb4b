import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, tenantOf, testWorld, unwrap } from '../testing/test-world.ts';
import type { Conversation, TranscriptFilter } from '../world-port.ts';

const world = testWorld();
const tenant = tenantOf(world);

function whole(filter: TranscriptFilter, limit: number): Conversation[] {
  const items: Conversation[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = unwrap(tenant.list(filter, cursor, limit));
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}

describe('the list', () => {
  const all = whole({}, 200);

  it('has every conversation once, newest first, whatever the page size', () => {
    expect(new Set(all.map(({ transcriptId }) => transcriptId)).size).toBe(all.length);
    expect(all.map(({ startedAt }) => startedAt)).toEqual(
      all
        .map(({ startedAt }) => startedAt)
        .toSorted()
        .toReversed(),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (limit) => {
        expect(whole({}, limit)).toEqual(all);
      }),
      { numRuns: 8 },
    );
    expect(unwrap(tenant.list({}, undefined, 1)).total).toBe(all.length);
  });

  it.each<[string, TranscriptFilter, (c: Conversation) => boolean]>([
    ['status', { status: ['completed', 'abandoned'] }, (c) => ['completed', 'abandoned'].includes(c.status)],
    ['platform', { platform: ['sms'] }, (c) => c.platform === 'sms'],
    ['direction', { direction: 'outbound' }, (c) => c.direction === 'outbound'],
    ['flow id', { flow: 'outage-report' }, (c) => c.flow.name === 'Outage Report'],
    ['flow name', { flow: 'Billing Inquiry' }, (c) => c.flow.id === 'billing-inquiry'],
    ['flag', { flagged: true }, (c) => c.flagged],
    ['tag', { tag: 'Outage' }, (c) => c.tags.some(({ name }) => name === 'Outage')],
    ['tag value', { tag: 'Language:French' }, (c) => c.tags.some((t) => t.name === 'Language' && t.value === 'French')],
    [
      'two at once',
      { platform: ['voice'], direction: 'inbound' },
      (c) => c.platform === 'voice' && c.direction === 'inbound',
    ],
  ])('filters by %s', (_name, filter, wanted) => {
    const found = whole(filter, 50);
    expect(found).toEqual(all.filter(wanted));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
  });

  it('filters by time, from inclusive and to exclusive', () => {
    const middle = Date.parse(all[Math.floor(all.length / 2)]?.startedAt ?? '');
    const later = whole({ from: middle }, 200);
    const earlier = whole({ to: middle }, 200);
    expect([...later, ...earlier]).toEqual(all);
    expect(Date.parse(later.at(-1)?.startedAt ?? '')).toBe(middle);
  });

  it('refuses foreign cursors and senseless limits', () => {
    expect(codeOf(tenant.list({}, 'nonsense', 10))).toBe('invalid');
    expect(codeOf(tenant.list({}, Buffer.from('../../etc').toString('base64url'), 10))).toBe('invalid');
    expect(codeOf(tenant.list({}, undefined, 0))).toBe('invalid');
  });

  it('keeps its place while new conversations begin', () => {
    const first = unwrap(tenant.list({}, undefined, 20));
    unwrap(tenant.createWebchat({ text: 'Hello there' }));
    const second = unwrap(tenant.list({}, first.nextCursor ?? undefined, 20));
    expect([...first.items, ...second.items].map(({ transcriptId }) => transcriptId)).toEqual(
      all.slice(0, 40).map(({ transcriptId }) => transcriptId),
    );
  });
});

describe('the search', () => {
  it('finds words in messages without regard to case and accents, all of them', () => {
    const made = unwrap(tenant.createWebchat({ text: 'Ma génératrice est TOMBÉE dans le fossé' }));
    const found = unwrap(tenant.search('tombee GENERATRICE', {}, undefined, 10));
    expect(found.items.map(({ conversation }) => conversation.transcriptId)).toEqual([made.transcriptId]);
    expect(found.items[0]?.snippets).toEqual([
      {
        messageId: made.messages[0]?.messageId,
        text: made.messages[0]?.text,
        speaker: 'customer',
        marks: [
          { from: 3, to: 14 },
          { from: 19, to: 25 },
        ],
      },
    ]);
    expect(unwrap(tenant.search('tombee absente', {}, undefined, 10)).total).toBe(0);
    expect(unwrap(tenant.search('tombee', { platform: ['voice'] }, undefined, 10)).total).toBe(0);
  });

  it('finds contacts and tags, and pages through many', () => {
    const [some] = unwrap(tenant.list({ status: ['completed'], platform: ['email'] }, undefined, 1)).items;
    const by = unwrap(tenant.search(some?.contact.display ?? '', {}, undefined, 50));
    expect(by.items.map(({ conversation }) => conversation.contact.display)).toContain(some?.contact.display);
    const first = unwrap(tenant.search('outage', {}, undefined, 5));
    expect(first.total).toBeGreaterThan(5);
    const next = unwrap(tenant.search('outage', {}, first.nextCursor ?? undefined, 5));
    const ids = [...first.items, ...next.items].map(({ conversation }) => conversation.transcriptId);
    expect(new Set(ids).size).toBe(10);
  });

  it('of nothing is the filtered list', () => {
    const filter: TranscriptFilter = { flagged: true };
    expect(unwrap(tenant.search(' ', filter, undefined, 200)).items.map(({ conversation }) => conversation)).toEqual(
      whole(filter, 200),
    );
  });
});
