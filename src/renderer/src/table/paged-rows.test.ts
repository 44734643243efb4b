import { describe, expect, it, vi } from 'vitest';
import { NumberedIds } from './numbered-ids.ts';
import { PagedRows } from './paged-rows.ts';
import { ReadIds } from './read-ids.ts';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('a list that is fetched page by page', () => {
  it('asks once for what is looked at, and tells when it is there', async () => {
    const fetch = vi.fn(async (offset: number, limit: number) => ({
      rows: Array.from({ length: limit }, (_, at) => `row ${offset + at}`),
    }));
    const list = new PagedRows(fetch, new NumberedIds(1_000_000));
    const told = vi.fn();
    list.subscribeRow('250', told);
    expect(list.get('250')).toEqual({ id: '250', row: undefined });
    expect(list.get('250')).toBe(list.get('250'));
    list.get('299');
    await settled();
    expect(fetch).toHaveBeenCalledExactlyOnceWith(200, 100);
    expect(told).toHaveBeenCalled();
    expect(list.get('250')).toEqual({ id: '250', row: 'row 250' });
    expect(list.view().ids.length).toBe(1_000_000);
    expect([list.view().ids.at(999_999), list.view().ids.at(1_000_000), list.view().ids.indexOf('7')]).toEqual([
      '999999',
      undefined,
      7,
    ]);
  });

  it('keeps full pages when more rows come, and asks for all anew when they changed', async () => {
    let total = 150;
    const fetch = vi.fn(async (offset: number, limit: number) => ({
      rows: Array.from({ length: Math.min(limit, total - offset) }, (_, at) => offset + at),
    }));
    const list = new PagedRows(fetch, new NumberedIds(total));
    list.get('0');
    list.get('120');
    await settled();
    total = 180;
    list.refresh(total, false);
    list.get('0');
    list.get('120');
    list.get('170');
    await settled();
    expect(fetch.mock.calls.map(([offset]) => offset)).toEqual([0, 100, 100]);
    expect(list.get('170').row).toBe(170);
    list.refresh(180, true);
    // What is known is shown until the new one is there.
    expect(list.get('0').row).toBe(0);
    await settled();
    expect(fetch).toHaveBeenCalledTimes(4);
  });

  it('shows what it has when a page cannot be fetched, and asks again', async () => {
    let fails = true;
    const fetch = vi.fn(async () => {
      if (fails) throw new Error('gone');
      return { rows: ['a'] };
    });
    const list = new PagedRows(fetch, new NumberedIds(1));
    list.get('0');
    await settled();
    fails = false;
    expect(list.get('0').row).toBeUndefined();
    await settled();
    expect(list.get('0').row).toBe('a');
  });

  it('lets go of the pages looked at longest ago, and fetches what is looked at again', async () => {
    const fetch = vi.fn(async (offset: number, limit: number) => ({
      rows: Array.from({ length: limit }, (_, at) => offset + at),
    }));
    const list = new PagedRows(fetch, new NumberedIds(10_000));
    for (let page = 0; page < 60; page += 1) list.get(String(page * 100));
    list.get('5');
    list.get('6000');
    await settled();
    expect([list.peek('5'), list.peek('150'), list.peek('6000')]).toEqual([5, undefined, 6000]);
    list.get('150');
    await settled();
    expect(fetch.mock.calls.map(([offset]) => offset).filter((offset) => offset === 100)).toHaveLength(2);
  });

  it('takes rows that come by themselves, and fetches what stood in front of them on their page', async () => {
    const ids = new ReadIds();
    const fetch = vi.fn(async (offset: number, limit: number) => ({
      rows: Array.from({ length: Math.min(limit, 150 - offset) }, (_, at) =>
        at === 3 ? undefined : `new ${offset + at}`,
      ),
    }));
    const list = new PagedRows<string>(fetch, ids.view());
    const add = (from: number, to: number) => {
      const more = Array.from({ length: to - from }, (_, nth) => `r${from + nth}`);
      ids.add(more);
      list.put(
        from,
        more.map((id) => ({ id, row: id })),
      );
      list.show(ids.view());
    };
    ids.add(Array.from({ length: 120 }, (_, nth) => `r${nth}`));
    add(120, 150);
    expect(list.get('r120').row).toBe('r120');
    await settled();
    expect(fetch).toHaveBeenCalledExactlyOnceWith(100, 100);
    expect(list.get('r100').row).toBe('new 100');
    expect(list.get('r103')).toEqual({ id: 'r103', row: undefined, gone: true });
    // A row that is changed while its page is fetched stays changed: the page is fetched once more.
    list.get('r0');
    await settled();
    list.replace('r0', 'mine');
    expect(list.get('r0').row).toBe('mine');
  });
});
