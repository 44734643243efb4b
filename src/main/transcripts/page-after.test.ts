import { expect, it } from 'vitest';
import type { ArchiveHit, ArchivePage } from '../../shared/models/archive.ts';
import { aConversation } from '../../shared/testing/a-conversation.ts';
import type { ArchiveApi } from '../platform/archive/archive-api.ts';
import { pageAfter } from './page-after.ts';

const query = { text: '', filter: {} };
const hit = (id: string): ArchiveHit => ({ conversation: aConversation({ id }), snippets: [] });
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => `c-${from + nth}`);

/** An archive of these conversations in order. */
function archive(ids: readonly string[]): Pick<ArchiveApi, 'search'> {
  return {
    search: async (_query, { next, limit = 100 } = {}): Promise<ArchivePage> => {
      const from = Number(next ?? 0);
      const items = ids.slice(from, from + limit).map(hit);
      return { items, totalIsExact: true, ...(from + limit < ids.length && { next: String(from + limit) }) };
    },
  };
}
const after = async (now: readonly string[], read: readonly string[]) => {
  const page = await pageAfter(archive(now), query, new Set(read));
  return { ids: page.items.map(({ conversation }) => conversation.id), next: page.next };
};

it('goes on behind what was read, on whatever page that is now', async () => {
  const all = range(0, 1000);
  expect(await after(all, range(200, 400))).toEqual({ ids: range(400, 600), next: '600' });
  expect((await after(all, range(300, 450))).ids).toEqual(range(450, 600));
  expect((await after(all, ['c-7'])).ids).toEqual(range(8, 200));
});

it('passes over what came in front meanwhile, and does not mind what is gone', async () => {
  const fresh = Array.from({ length: 250 }, (_, nth) => `new-${nth}`);
  const now = [...fresh, ...range(0, 1000).filter((id) => id !== 'c-399' && id !== 'c-398')];
  expect((await after(now, range(200, 400))).ids[0]).toBe('c-400');
});

it('says that nothing follows, and begins anew where nothing of it is left', async () => {
  expect(await after(range(0, 400), range(200, 400))).toEqual({ ids: [], next: undefined });
  expect((await after(range(500, 900), range(200, 400))).ids).toEqual(range(500, 700));
});
