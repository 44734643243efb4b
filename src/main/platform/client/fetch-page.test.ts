import { array, assert, asyncProperty, boolean, integer, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../shared/models/failure.ts';
import { field } from '../json.ts';
import { boundList } from '../testing/bound-list.ts';
import { fetchPage } from './fetch-page.ts';

const bound = boundList('transcripts.list', { name: 'page' }, { name: 'per_page', maximum: 50 });
const idOf = (item: unknown) => String(field(item, 'id'));
const names = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => `c-${from + nth}`);

/** A list with numbered pages that may change between two readings. */
function numbered(ids: string[], sizes: 'as asked' | 'its own' = 'as asked') {
  const asked: string[] = [];
  const ask = async (query: Readonly<Record<string, string>>) => {
    const page = Number(query['page'] ?? 1);
    const size = sizes === 'its own' ? 10 : Number(query['perpage']);
    asked.push(`${page} of ${size}`);
    const data = ids.slice((page - 1) * size, page * size).map((id) => ({ id }));
    return { data, meta: { page, total: ids.length } };
  };
  const read = async (mark?: string) => {
    const page = await fetchPage(bound, { names: ['data'], ask, mark, limit: 10, idOf });
    if (page === undefined) throw new Error('no list');
    return { ids: page.items.map(idOf), next: page.next };
  };
  return { asked, read };
}

describe('a list with numbered pages', () => {
  it('is asked one entry more for each page, to see that nothing slipped past', async () => {
    const { asked, read } = numbered(names(0, 25));
    const first = await read();
    const second = await read(first.next);
    expect((await read(second.next)).ids).toEqual(names(20, 25));
    expect(asked).toEqual(['1 of 10', '2 of 10', '10 of 1', '3 of 10', '20 of 1']);
  });

  it.each(['as asked', 'its own'] as const)(
    'gives what slipped to the page before, pages being sized %s',
    async (sizes) => {
      const ids = names(0, 40);
      const { read } = numbered(ids, sizes);
      const first = await read();
      ids.splice(7, 3);
      ids.splice(0, 1);
      const second = await read(first.next);
      expect(second.ids).toEqual([...names(10, 14), ...names(14, 24)]);
      expect((await read(second.next)).ids).toEqual(names(24, 34));
    },
  );

  it('gives what came before again where others came in front, which is no reason to look further', async () => {
    const ids = names(0, 40);
    const { asked, read } = numbered(ids);
    const first = await read();
    ids.unshift('new-1', 'new-2');
    expect((await read(first.next)).ids).toEqual(['c-8', 'c-9', ...names(10, 18)]);
    expect(asked).toHaveLength(2);
  });

  it('gives the rest where the last page is no more', async () => {
    const ids = names(0, 21);
    const { read } = numbered(ids);
    const second = await read((await read()).next);
    ids.splice(3, 2);
    expect(await read(second.next)).toEqual({ ids: ['c-20'], next: undefined });
  });

  it('says that the place is lost where nothing of the page before is left', async () => {
    const ids = names(0, 40);
    const { read } = numbered(ids);
    const first = await read();
    ids.splice(0, 10);
    ids.splice(0, 0, ...names(50, 80));
    await expect(read(first.next).catch((thrown: unknown) => failureOf(thrown).detail?.reason)).resolves.toBe(
      'cursor-expired',
    );
  });

  it('never skips what was there all the time, whatever comes and goes between two pages', async () => {
    const change = record({ vanish: boolean(), at: integer({ min: 0, max: 60 }) });
    await assert(
      asyncProperty(array(array(change, { maxLength: 12 }), { minLength: 6, maxLength: 6 }), async (turns) => {
        const ids = names(0, 55);
        const { read } = numbered(ids);
        const seen = new Set<string>();
        let next: string | undefined;
        let made = 0;
        for (const changes of turns) {
          const page = await read(next).catch((thrown: unknown) => failureOf(thrown));
          // A place that is lost is told; nothing is skipped quietly.
          if ('code' in page) return;
          for (const id of page.ids) seen.add(id);
          next = page.next;
          if (next === undefined) break;
          for (const { vanish, at } of changes) {
            if (vanish) ids.splice(at % ids.length, 1);
            else ids.splice(at % ids.length, 0, `new-${made++}`);
          }
        }
        // Six pages may end before the list does: then what lies behind the last one seen has yet to be read.
        const reached = next === undefined ? ids.length : ids.findLastIndex((id) => seen.has(id));
        const missed = ids.slice(0, reached).filter((id) => id.startsWith('c-') && !seen.has(id));
        expect(missed).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
