import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../shared/models/campaign.ts';
import { createAct } from './acts/campaign-acts.ts';
import { readAll } from './contacts.ts';
import { addContacts, type CampaignConsole, startCampaignConsole } from './testing/campaign-console.ts';

describe.each(['primary', 'harbour'] as const)('lists of campaigns by the %s dialect', (dialect) => {
  let here: CampaignConsole;

  beforeAll(async () => {
    here = await startCampaignConsole({ dialect });
  }, 30_000);
  afterAll(() => here.close());

  /** All pages, of ten each; `between` happens after the first. */
  async function pages<T extends { readonly id: string }>(
    read: (page: { limit: number; next?: string }) => Promise<Page<T>>,
    between: (first: readonly string[]) => Promise<void>,
  ): Promise<readonly string[]> {
    const ids: string[] = [];
    let next: string | undefined;
    do {
      const isFirst = next === undefined;
      const page = await read({ limit: 10, ...(next !== undefined && { next }) });
      ids.push(...page.items.map(({ id }) => id));
      if (isFirst) await between([...ids]);
      next = page.next;
    } while (next !== undefined);
    return ids;
  }

  it('skips no contact when some that were read vanish before the next page', async () => {
    const created = await here.run(createAct(here.api, here.tenant, await here.draft()));
    if (created.outcome !== 'done' || created.now === undefined) throw new Error(JSON.stringify(created));
    const campaign = created.now.id;
    const all = await addContacts(here.api, campaign, 27);
    const read = await pages(
      (page) => here.api.contacts.list(campaign, {}, page),
      async (first) => {
        for (const nth of [0, 4, 9]) await here.api.contacts.remove(campaign, first[nth] ?? '');
      },
    );
    expect(new Set(read)).toEqual(new Set(all));
  });

  it('skips no number that must not be called when some that were read vanish before the next page', async () => {
    const before = (await readAll((page) => here.api.doNotCall.list(undefined, page), 1_000)).items;
    const entries = Array.from({ length: 27 }, (_, nth) => ({ phone: `+1416555${1000 + nth}` }));
    await here.api.doNotCall.import(entries);
    const all = (await readAll((page) => here.api.doNotCall.list(undefined, page), 1_000)).items;
    expect(all).toHaveLength(before.length + 27);
    const read = await pages(
      (page) => here.api.doNotCall.list(undefined, page),
      async (first) => {
        for (const nth of [0, 4, 9]) await here.api.doNotCall.remove(first[nth] ?? '');
      },
    );
    expect(new Set(read)).toEqual(new Set(all.map(({ id }) => id)));
  });
});

it('reads a row once that slipped to another page', async () => {
  const pages = [['a', 'b'], ['b', 'c'], ['d']];
  const read = async ({ next = '0' }: { readonly next?: string }) => ({
    items: (pages[Number(next)] ?? []).map((id) => ({ id })),
    ...(Number(next) < 2 && { next: `${Number(next) + 1}` }),
  });
  expect(await readAll(read, 10)).toEqual({ items: ['a', 'b', 'c', 'd'].map((id) => ({ id })), cut: false });
  expect(await readAll(read, 3)).toEqual({ items: ['a', 'b', 'c'].map((id) => ({ id })), cut: true });
});
