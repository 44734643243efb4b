import type { Handlers } from '../../shared/ipc/contract.ts';
import type { CampaignContact, ContactFilter, NewContact } from '../../shared/models/campaign-contact.ts';
import { MAX_BULK_CONTACTS } from '../../shared/models/hold.ts';
import type { Mask } from '../../shared/models/mask.ts';
import { noteInJournal } from '../commands/acts/act-record.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { Holds } from '../commands/holds/holds.ts';
import type { Me } from '../commands/identity.ts';
import type { Journal } from '../commands/journal/journal.ts';
import type { CampaignApi, PageAsked } from '../platform/campaigns/campaign-api.ts';
import { present } from '../platform/decode/present.ts';
import { csvLine } from '../storage/csv-cell.ts';
import { addContactAct } from './acts/contact-acts.ts';

/** Rows of one export at most: a text crosses to the window. */
export const MOST_EXPORTED = 50_000;
const PAGE = 1_000;

export interface ContactsDeps {
  readonly apiFor: (tenant: string) => CampaignApi;
  readonly run: RunAct;
  readonly holds: () => Pick<Holds, 'hold'>;
  readonly journal: Journal;
  /** How numbers and names leave: masked as the operator, or the fleet's policy, has them shown. */
  readonly mask: () => Mask;
  readonly me: () => Me | undefined;
  /** Reads again what windows show of a campaign. */
  readonly refresh: (tenant: string, campaign: string) => Promise<void>;
}

/** Pages of a list until there are no more or enough were read, what came twice once; `cut` where more would follow. */
export async function readAll<T extends { readonly id: string }>(
  read: (page: PageAsked) => Promise<{ readonly items: readonly T[]; readonly next?: string }>,
  most: number,
): Promise<{ readonly items: readonly T[]; readonly cut: boolean }> {
  const items = new Map<string, T>();
  let next: string | undefined;
  do {
    const page = await read({ limit: PAGE, ...(next !== undefined && { next }) });
    for (const item of page.items) items.set(item.id, item);
    next = page.next;
  } while (next !== undefined && items.size < most);
  return { items: [...items.values()].slice(0, most), cut: next !== undefined || items.size > most };
}

/** Lines of cells as a CSV file (RFC 4180) in which nothing is a formula. */
export function csvOf(lines: readonly (readonly (string | number | undefined)[])[]): string {
  return lines.map(csvLine).join('');
}

const instant = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

/** The `contacts` group: the people a campaign calls, page by page; what is done with many is held first. */
export function contactsHandlers(deps: ContactsDeps): Handlers['contacts'] {
  const { apiFor, run, journal, me, refresh } = deps;
  const filterOf = (filter: { readonly [K in keyof ContactFilter]?: string | undefined }): ContactFilter =>
    present(filter);
  return {
    list: ({ tenant, campaign, filter, next, limit }) =>
      apiFor(tenant).contacts.list(campaign, filterOf(filter), present({ next, limit })),
    get: ({ tenant, campaign, contact }) => apiFor(tenant).contacts.get(campaign, contact),
    async add({ tenant, campaign, contact }) {
      const added: NewContact = { phone: contact.phone, ...present({ ...contact, phone: undefined }) };
      const result = await run(addContactAct(apiFor(tenant), { tenant, campaign }, added));
      await refresh(tenant, campaign.id);
      return result;
    },
    async collect({ tenant, campaign, filter }) {
      const { items, cut } = await readAll(
        (page) => apiFor(tenant).contacts.list(campaign, filterOf(filter), page),
        MAX_BULK_CONTACTS,
      );
      return { targets: items.map(({ id, state, attempts }) => present({ id, state, attempts })), cut };
    },
    async act({ tenant, campaign, deed, targets, at }) {
      const result = await deps.holds().hold({
        tenant,
        action: `${deed}Contact`,
        bulk: true,
        targets: targets.map(({ id, state, attempts }) => ({ id, expected: { status: state, revision: attempts } })),
        campaign: { kind: 'contact', ...campaign, ...(at !== undefined && { at }) },
      });
      await refresh(tenant, campaign.id);
      return result;
    },
    async export({ tenant, campaign, filter, heads }) {
      const { items, cut } = await readAll(
        (page) => apiFor(tenant).contacts.list(campaign.id, filterOf(filter), page),
        MOST_EXPORTED,
      );
      const variables = [...new Set(items.flatMap((one) => Object.keys(one.variables)))].sort();
      const mask = deps.mask();
      const lines = items.map((contact) => [
        ...cellsOf(contact, mask),
        ...variables.map((name) => mask.parameter(name, contact.variables[name] ?? '')),
      ]);
      const subject = { kind: 'campaign' as const, ids: [campaign.id], campaign };
      await noteInJournal(journal, {
        name: 'exportContacts',
        tenant,
        me: me() ?? {},
        subject,
        facts: { contacts: items.length, cut },
      });
      return { text: csvOf([[...heads, ...variables], ...lines]), entries: items.length, cut };
    },
  };
}

/** In the order of the titles that the window gives. */
function cellsOf(contact: CampaignContact, mask: Mask): readonly (string | number | undefined)[] {
  const { phone, firstName, lastName, language, timeZone, state, attempts, lastAttemptAt, nextAttemptAt } = contact;
  return [
    mask.contact(phone),
    mask.name(firstName ?? ''),
    mask.name(lastName ?? ''),
    language,
    timeZone,
    state,
    contact.disposition,
    attempts,
    instant(lastAttemptAt),
    instant(nextAttemptAt),
    contact.externalId,
    contact.id,
  ];
}
