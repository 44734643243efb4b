import { describe, expect, it } from 'vitest';
import { boundList } from '../testing/bound-list.ts';
import { fetchList, MAX_PAGES } from './fetch-list.ts';

const listing = (...parameters: readonly { readonly name: string; readonly maximum?: number }[]) =>
  boundList('conversations.live', ...parameters);

describe('fetchList', () => {
  it('follows cursors to the end, asking for large pages', async () => {
    const asked: object[] = [];
    const list = await fetchList(listing({ name: 'cursor' }, { name: 'limit', maximum: 50 }), [], async (query) => {
      asked.push(query);
      return query['cursor'] === 'b'
        ? { items: [3], nextCursor: null }
        : { items: [1, 2], nextCursor: 'b', sequence: 7 };
    });
    expect(list).toEqual({
      items: [1, 2, 3],
      first: { items: [1, 2], nextCursor: 'b', sequence: 7 },
      truncated: false,
    });
    expect(asked).toEqual([{ limit: '50' }, { limit: '50', cursor: 'b' }]);
  });

  it('follows page numbers to the total', async () => {
    const list = await fetchList(listing({ name: 'page' }, { name: 'per_page' }), [], async (query) => {
      const page = Number(query['page'] ?? 1);
      return { data: page === 3 ? [5] : [page, page], meta: { page, per_page: 2, total: 5 } };
    });
    expect(list?.items).toEqual([1, 1, 2, 2, 5]);
  });

  it('stops at a cursor that goes round, and at an endless list', async () => {
    const round = await fetchList(listing({ name: 'cursor' }), [], async () => ({ items: [1], next: 'same' }));
    expect(round).toMatchObject({ items: [1, 1], truncated: true });
    let page = 0;
    const endless = await fetchList(listing({ name: 'cursor' }), [], async () => ({ items: [1], next: `n${page++}` }));
    expect(endless?.items).toHaveLength(MAX_PAGES);
    expect(endless?.truncated).toBe(true);
  });

  it('is undefined when the answer holds no list', async () => {
    expect(await fetchList(listing(), [], async () => ({ nothing: 1 }))).toBeUndefined();
  });
});
