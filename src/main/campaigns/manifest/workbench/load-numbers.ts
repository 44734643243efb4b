import type { Page } from '../../../../shared/models/campaign.ts';
import { type Failure, failureOf } from '../../../../shared/models/failure.ts';
import type { BarredFacts } from '../../../../shared/models/manifest-rows.ts';
import type { ComparedView } from '../../../../shared/models/manifest-workbench.ts';
import type { CampaignApi, PageAsked } from '../../../platform/campaigns/campaign-api.ts';
import { present } from '../../../platform/decode/present.ts';
import type { NumbersBatch } from '../desk/compared-numbers.ts';

/** As many as instances give at once. */
const PAGE = 1000;
/** States in which a campaign calls, or will by itself. */
const RUNNING: ReadonlySet<string> = new Set(['running', 'paused', 'scheduled', 'draining']);

export interface LoadHooks {
  readonly signal: AbortSignal;
  /** Epoch ms: entries of the do-not-call list end. */
  now(): number;
  /** The lists as they are now. */
  report(compared: readonly ComparedView[]): void;
  /** Numbers of one list; called for each page. */
  add(batch: NumbersBatch): Promise<void>;
  /** A list is here whole. */
  apply(): Promise<void>;
}

/**
 * Loads what a manifest is compared with: the do-not-call list first, then the campaign's own contacts, then those of other
 * campaigns that run. What the instance does not give is told, and nothing stops for it.
 */
export async function loadNumbers(api: CampaignApi, campaignId: string, hooks: LoadHooks): Promise<void> {
  const lists: { view: ComparedView; load(): Promise<void> }[] = [];
  const report = (): void => hooks.report(lists.map(({ view }) => view));
  const list = (
    view: ComparedView,
    operation: 'doNotCall.list' | 'contacts.list',
    load: (at: number) => Promise<void>,
  ) => {
    const at = lists.length;
    lists.push({
      view: api.can(operation) ? view : { ...view, state: 'unavailable' },
      load: () => load(at),
    });
  };
  const change = (at: number, changes: Partial<ComparedView>): void => {
    const known = lists[at];
    if (known !== undefined) known.view = { ...known.view, ...changes };
    report();
  };

  list({ kind: 'barred', state: 'waiting', numbers: 0 }, 'doNotCall.list', (at) =>
    eachPage(
      (page) => api.doNotCall.list(undefined, page),
      hooks.signal,
      async ({ items, total }, sum) => {
        const now = hooks.now();
        const inForce = items.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now);
        const entries = inForce.flatMap((entry) => {
          const number = numberOf(entry.phone);
          const { addedAt, addedBy, reason } = entry;
          return number === undefined
            ? []
            : [{ number, facts: present({ addedAt, addedBy, reason }) satisfies BarredFacts }];
        });
        const numbers = Float64Array.from(entries, ({ number }) => number);
        await hooks.add({ kind: 'barred', numbers, facts: entries.map(({ facts }) => facts) });
        change(at, present({ numbers: sum, total }));
      },
    ),
  );
  const contacts = (id: string, batchOf: (numbers: Float64Array) => NumbersBatch) => (at: number) =>
    eachPage(
      (page) => api.contacts.list(id, {}, page),
      hooks.signal,
      async ({ items, total }, sum) => {
        const numbers = Float64Array.from(items.map(({ phone }) => numberOf(phone)).filter((one) => one !== undefined));
        await hooks.add(batchOf(numbers));
        change(at, present({ numbers: sum, total }));
      },
    );
  list(
    { kind: 'own', state: 'waiting', numbers: 0 },
    'contacts.list',
    contacts(campaignId, (numbers) => ({ kind: 'own', numbers })),
  );
  report();
  for (const { id, name } of await otherCampaigns(api, campaignId, hooks.signal)) {
    const batchOf = (numbers: Float64Array): NumbersBatch => ({ kind: 'other', campaign: name, numbers });
    list({ kind: 'other', name, state: 'waiting', numbers: 0 }, 'contacts.list', contacts(id, batchOf));
  }
  report();
  for (const [at, { view, load }] of lists.entries()) {
    if (hooks.signal.aborted) return;
    if (view.state === 'unavailable') continue;
    change(at, { state: 'loading' });
    const failure = await load().then(
      () => undefined,
      (thrown: unknown): Failure => failureOf(thrown),
    );
    if (hooks.signal.aborted) return;
    if (failure === undefined) await hooks.apply();
    change(at, failure === undefined ? { state: 'loaded' } : { state: 'failed', failure });
  }
}

async function otherCampaigns(api: CampaignApi, campaignId: string, signal: AbortSignal) {
  if (!api.can('campaigns.list')) return [];
  const campaigns = await api.campaigns.list(false, signal).catch(() => []);
  return campaigns.filter(({ id, state }) => id !== campaignId && RUNNING.has(state));
}

async function eachPage<T>(
  read: (page: PageAsked) => Promise<Page<T>>,
  signal: AbortSignal,
  visit: (page: Page<T>, sum: number) => Promise<void>,
): Promise<void> {
  let next: string | undefined;
  let sum = 0;
  do {
    const page = await read({ limit: PAGE, signal, ...(next === undefined ? {} : { next }) });
    sum += page.items.length;
    await visit(page, sum);
    next = page.next;
  } while (next !== undefined && !signal.aborted);
}

/** The digits of an E.164 number. */
function numberOf(phone: string): number | undefined {
  return /^\+\d{6,15}$/.test(phone) ? Number(phone.slice(1)) : undefined;
}
