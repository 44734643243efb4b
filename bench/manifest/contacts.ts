import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { createSignInAgent } from '../../src/simulator/testing/sign-in-agent.ts';
import { forkScript } from '../lib/child-process.ts';
import { openConsole, TENANT } from '../lib/console.ts';
import { median } from '../lib/report.ts';

const SIMULATOR = join(import.meta.dirname, '../../src/simulator/child.ts');
const readySchema = z.object({ url: z.string(), issuer: z.string() });
const campaignsSchema = z.object({ items: z.array(z.object({ campaignId: z.string(), name: z.string() })) });
const pageSchema = z.object({ nextCursor: z.string().nullish(), items: z.array(z.object({ contactId: z.string() })) });
const scrolledSchema = z.object({ fps: z.number(), rows: z.number() });

/** The simulator's campaign of many contacts. */
const NAME = 'All customers, information';
/** As many as the console's table asks for at once. */
const PAGE = 200;
const PAGES = 60;
const EMAIL = 'avery.tremblay@dialai.example';

/** Scrolls as fast as a free wheel does, three rows a frame, until the last row that is shown is behind so many. */
const scroll = (rows: number): string => `new Promise((resolve) => {
  const table = document.querySelector('[role="grid"]');
  const scroller = table.closest('.virtual-table');
  const began = performance.now();
  let frames = 0;
  const shown = () => Number(table.querySelector('tr[data-row]:last-child')?.getAttribute('aria-rowindex') ?? 0) - 1;
  const tick = () => {
    frames += 1;
    scroller.scrollTop += 96;
    const still = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
    const at = shown();
    if (at >= ${rows} || (still && frames > 6000)) {
      resolve({ fps: (frames * 1000) / (performance.now() - began), rows: at });
    } else requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})`;

export interface ScrolledContacts {
  /** Contacts of the campaign, as the list says. */
  readonly total: number;
  /** Rows passed in one go, and frames a second meanwhile; one entry a run. */
  readonly rows: number;
  readonly fps: readonly number[];
  /** Milliseconds of one page through the console, and of the same request without it; medians of a run each. */
  readonly pages: readonly number[];
  readonly raw: readonly number[];
}

/** The list of contacts of a campaign of so many: scrolled in the console's window, and page by page. */
export async function scrollContacts(contacts: number, rows: number, runs: number): Promise<ScrolledContacts> {
  const child = forkScript(SIMULATOR, ['--port', '0', '--conversations', '40', '--bulk-contacts', String(contacts)]);
  try {
    const [message] = await once(child, 'message');
    const instance = readySchema.parse(message);
    const get = await reader(instance.url);
    const { items } = campaignsSchema.parse(await get('campaigns'));
    const id = items.find(({ name }) => name === NAME)?.campaignId;
    if (id === undefined) throw new Error('there is no campaign of many contacts');
    const { window, close } = await openConsole(instance);
    try {
      await window.evaluate(`dialai.session.activateTenant({ tenant: '${TENANT}' })`);
      const result = { fps: [] as number[], pages: [] as number[], raw: [] as number[] };
      let reached = 0;
      let total = 0;
      for (let run = 0; run < runs; run += 1) {
        result.raw.push(await rawPages(get, id));
        result.pages.push(await pagesThrough(window, id));
        total = await openList(window, id);
        const scrolled = scrolledSchema.parse(await window.evaluate(scroll(rows)));
        reached = scrolled.rows;
        result.fps.push(scrolled.fps);
      }
      return { ...result, total, rows: reached };
    } finally {
      await close();
    }
  } finally {
    child.kill();
  }
}

async function reader(url: string): Promise<(path: string) => Promise<unknown>> {
  const agent = createSignInAgent(url);
  const user = await agent.signIn(EMAIL);
  const { access_token: token } = await agent.exchange(user.access_token, TENANT);
  const headers = { authorization: `Bearer ${token}` };
  return async (path) => (await fetch(`${url}/api/v1/${TENANT}/${path}`, { headers })).json();
}

/** Medians are of pages one after the other, as a list asks for them. */
async function rawPages(get: (path: string) => Promise<unknown>, id: string): Promise<number> {
  const took: number[] = [];
  let cursor = '';
  for (let page = 0; page < PAGES; page += 1) {
    const began = performance.now();
    const answer = pageSchema.parse(await get(`campaigns/${id}/contacts?limit=${PAGE}${cursor}`));
    took.push(performance.now() - began);
    if (answer.items.length !== PAGE) throw new Error(`a page of ${answer.items.length} contacts`);
    cursor = `&cursor=${encodeURIComponent(answer.nextCursor ?? '')}`;
  }
  return median(took);
}

async function pagesThrough(window: Page, id: string): Promise<number> {
  const took = await window.evaluate(`(async () => {
    const took = [];
    let next;
    for (let page = 0; page < ${PAGES}; page += 1) {
      const began = performance.now();
      const input = { tenant: '${TENANT}', campaign: '${id}', filter: {}, limit: ${PAGE} };
      const answer = await dialai.contacts.list(next === undefined ? input : { ...input, next });
      took.push(performance.now() - began);
      if (!answer.ok) throw new Error(answer.failure.message);
      next = answer.value.next;
    }
    return took;
  })()`);
  return median(z.array(z.number()).parse(took));
}

async function openList(window: Page, id: string): Promise<number> {
  await window.evaluate(`void (location.hash = '#/campaigns')`);
  await window.getByRole('table', { name: 'Campaigns' }).waitFor();
  await window.evaluate(`void (location.hash = '#/campaigns/${TENANT}/${id}/contacts')`);
  const grid = window.getByRole('grid', { name: `Contacts of ${NAME}` });
  await grid.getByRole('row').nth(5).waitFor();
  const said =
    (await window
      .getByText(/[\d,]+ contacts/)
      .first()
      .textContent()) ?? '';
  return Number(/([\d,]+) contacts/.exec(said)?.[1]?.replaceAll(',', ''));
}
