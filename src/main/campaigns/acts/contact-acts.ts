import type { CampaignContact, ContactDetail, NewContact } from '../../../shared/models/campaign-contact.ts';
import type { ContactDeed } from '../../../shared/models/contact-deed.ts';
import type { NewDoNotCall } from '../../../shared/models/do-not-call.ts';
import { failureOf } from '../../../shared/models/failure.ts';
import type { Act } from '../../commands/acts/act.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';

export interface ContactInput {
  readonly tenant: string;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly contact: string;
  readonly deed: ContactDeed;
  /** What was on screen; the number of attempts where it was told. */
  readonly expected: { readonly state: string; readonly attempts?: number | undefined };
  /** Epoch ms; for `reschedule`. */
  readonly at?: number | undefined;
  readonly hold?: string | undefined;
}

async function readContact(api: CampaignApi, campaign: string, id: string): Promise<ContactDetail | undefined> {
  try {
    return await api.contacts.get(campaign, id);
  } catch (thrown) {
    if (failureOf(thrown).code === 'not-found') return undefined;
    throw thrown;
  }
}

/** States in which a contact is to be called, or is being called. */
const TO_BE_CALLED: ReadonlySet<string> = new Set(['pending', 'dialing', 'in-call', 'waiting-retry', 'scheduled']);

const withHistory = (contact: CampaignContact | undefined): ContactDetail | undefined =>
  contact === undefined ? undefined : { history: [], ...contact };

/** Skips, retries, reschedules or removes one contact. */
export function contactAct(api: CampaignApi, input: ContactInput): Act<ContactDetail> {
  const { tenant, campaign, contact, deed, expected, at, hold } = input;
  const gone = (now: ContactDetail | undefined) => now === undefined;
  return {
    name: `${deed}Contact`,
    tenant,
    subject: { kind: 'contact', ids: [contact], campaign },
    ...(at === undefined ? {} : { facts: { at: new Date(at).toISOString() } }),
    hold,
    expected: { state: expected.state, revision: expected.attempts },
    read: () => readContact(api, campaign.id, contact),
    picture: ({ state, attempts }) => ({ state, revision: attempts }),
    already: (now) => (deed === 'remove' ? gone(now) : deed === 'skip' && now?.state === 'skipped'),
    refuse: (now) =>
      gone(now)
        ? { code: 'not-found', message: 'The contact is not there', detail: { reason: 'not-found' } }
        : undefined,
    async send() {
      if (deed === 'skip') return withHistory(await api.contacts.skip(campaign.id, contact));
      if (deed === 'retry') return withHistory(await api.contacts.retry(campaign.id, contact));
      if (deed === 'reschedule') return withHistory(await api.contacts.reschedule(campaign.id, contact, at ?? 0));
      await api.contacts.remove(campaign.id, contact);
      return undefined;
    },
    find(before, now) {
      if (deed === 'remove') return gone(now) ? 'done' : 'not-done';
      if (now === undefined) return 'cannot-tell';
      if (deed === 'skip') return now.state === 'skipped' ? 'done' : 'not-done';
      if (deed === 'reschedule') return now.nextAttemptAt === at || now.state === 'scheduled' ? 'done' : 'not-done';
      // A retry may be called at once, and even ended, before it is looked at again.
      const moved = now.state !== before?.state || now.attempts !== before.attempts;
      return TO_BE_CALLED.has(now.state) || moved ? 'done' : 'not-done';
    },
  };
}

/** Adds one contact, also to a campaign that is running. */
export function addContactAct(
  api: CampaignApi,
  { tenant, campaign }: Pick<ContactInput, 'tenant' | 'campaign'>,
  contact: NewContact,
): Act<ContactDetail> {
  let made: string | undefined;
  let before: ReadonlySet<string> | undefined;
  const alike = async () => {
    const { items } = await api.contacts.list(campaign.id, { text: contact.phone }, { limit: 200 });
    return items.filter(({ phone }) => phone === contact.phone);
  };
  return {
    name: 'addContact',
    tenant,
    subject: { kind: 'contact', ids: [], campaign },
    expected: {},
    async read() {
      if (made !== undefined) return readContact(api, campaign.id, made);
      const found = await alike();
      if (before === undefined) {
        before = new Set(found.map(({ id }) => id));
        return undefined;
      }
      const known = before;
      return withHistory(found.find(({ id }) => !known.has(id)));
    },
    picture: ({ state }) => ({ state }),
    async send() {
      const added = await api.contacts.add(campaign.id, contact);
      made = added?.id;
      return withHistory(added);
    },
    find: (_before, now) => (now === undefined ? 'not-done' : 'done'),
  };
}

/** What the do-not-call list has of one number. */
interface Listed {
  readonly id?: string;
  readonly listed: boolean;
}

async function findListed(api: CampaignApi, match: (entry: { id: string; phone: string }) => boolean, text?: string) {
  let next: string | undefined;
  for (;;) {
    const page = await api.doNotCall.list(text, next === undefined ? {} : { next });
    const found = page.items.find(match);
    if (found !== undefined) return found;
    if (page.next === undefined) return undefined;
    next = page.next;
  }
}

/** Puts a number on the do-not-call list. */
export function addDoNotCallAct(api: CampaignApi, tenant: string, entry: NewDoNotCall): Act<Listed> {
  return {
    name: 'addDoNotCall',
    tenant,
    subject: { kind: 'number', ids: [] },
    expected: {},
    async read() {
      const found = await findListed(api, ({ phone }) => phone === entry.phone, entry.phone);
      return found === undefined ? { listed: false } : { id: found.id, listed: true };
    },
    picture: ({ listed }) => ({ state: listed ? 'listed' : 'not-listed' }),
    already: (now) => now?.listed === true,
    async send() {
      const added = await api.doNotCall.add(entry);
      return added === undefined ? undefined : { id: added.id, listed: true };
    },
    find: (_before, now) => (now?.listed === true ? 'done' : 'not-done'),
  };
}

/** Takes a number off the do-not-call list: it may be called again. */
export function removeDoNotCallAct(
  api: CampaignApi,
  tenant: string,
  entryId: string,
  hold: string | undefined,
): Act<Listed> {
  /** Undefined before it was sent. */
  let answered: boolean | undefined;
  return {
    name: 'removeDoNotCall',
    tenant,
    subject: { kind: 'number', ids: [entryId] },
    hold,
    expected: {},
    async read() {
      // There is no reading one entry: the list is gone through only where an answer was lost.
      if (answered !== false) return answered === undefined ? { id: entryId, listed: true } : undefined;
      const found = await findListed(api, ({ id }) => id === entryId);
      return found === undefined ? undefined : { id: found.id, listed: true };
    },
    picture: ({ listed }) => ({ state: listed ? 'listed' : 'not-listed' }),
    async send() {
      answered = false;
      await api.doNotCall.remove(entryId);
      answered = true;
      return undefined;
    },
    find: (_before, now) => (now === undefined ? 'done' : 'not-done'),
  };
}
