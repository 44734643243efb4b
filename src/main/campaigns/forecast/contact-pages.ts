import type { CampaignContact, ContactFilter } from '../../../shared/models/campaign-contact.ts';
import { failureOf } from '../../../shared/models/failure.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';

/** Entries asked for at once; an instance gives fewer where it has a maximum. */
const PAGE = 1000;

/** One page of a reading, and how far it is. */
export interface PageRead<T> {
  readonly items: readonly T[];
  readonly read: number;
  readonly total?: number;
}

/**
 * A campaign's contacts in some states, page by page. An instance that cannot be asked by state is asked for all of them:
 * then the pages hold other states too.
 */
export async function* contactPages(
  api: CampaignApi,
  campaign: string,
  states: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<PageRead<CampaignContact>> {
  let read = 0;
  for (const state of states) {
    let asked: ContactFilter = { state };
    let next: string | undefined;
    do {
      const page = { ...(next === undefined ? {} : { next }), limit: PAGE, signal };
      let got: Awaited<ReturnType<CampaignApi['contacts']['list']>>;
      try {
        got = await api.contacts.list(campaign, asked, page);
      } catch (thrown) {
        if (failureOf(thrown).detail?.reason !== 'unfillable-parameter' || asked.state === undefined) throw thrown;
        asked = {};
        got = await api.contacts.list(campaign, asked, page);
      }
      read += got.items.length;
      yield { items: got.items, read };
      next = got.next;
    } while (next !== undefined);
    if (asked.state === undefined) return;
  }
}

/** The do-not-call list, page by page. */
export async function* doNotCallPages(api: CampaignApi, signal: AbortSignal) {
  let read = 0;
  let next: string | undefined;
  do {
    const page = await api.doNotCall.list(undefined, { ...(next === undefined ? {} : { next }), limit: PAGE, signal });
    read += page.items.length;
    yield { items: page.items, read, ...(page.total === undefined ? {} : { total: page.total }) };
    next = page.next;
  } while (next !== undefined);
}
