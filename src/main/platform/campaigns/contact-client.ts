import type { ContactFilter } from '../../../shared/models/campaign-contact.ts';
import { present } from '../decode/present.ts';
import type { ContactCalls, DoNotCallCalls } from './campaign-api.ts';
import { body, type CampaignCaller } from './campaign-caller.ts';
import { CONTACT_SHAPE, ENTRY_SHAPE, IMPORT_SHAPE, RESCHEDULE_SHAPE } from './campaign-shapes.ts';
import {
  decodeContact,
  decodeContactAnswer,
  decodeDoNotCall,
  decodeDoNotCallAnswer,
  decodeImport,
} from './decode-contact.ts';

const given = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);

function filtersOf({ state, disposition, text, zone }: ContactFilter) {
  return present({ state: given(state), disposition: given(disposition), text: given(text), zone: given(zone) });
}

/** The people a campaign calls. */
export function contactCalls(api: CampaignCaller): ContactCalls {
  const names = ['contacts', 'leads', 'recipients', 'targets'];
  return {
    list: (id, filter = {}, page) =>
      api.page(
        'contacts.list',
        { inputs: { id, filters: filtersOf(filter) }, names, decode: decodeContact, idOf: (contact) => contact.id },
        page,
      ),
    get: (owner, id, signal) => api.read('contacts.get', { owner, id }, decodeContactAnswer, signal),
    async add(id, contact) {
      return decodeContactAnswer(await api.call('contacts.add', { id, ...body(CONTACT_SHAPE, contact) }));
    },
    async remove(owner, id) {
      await api.call('contacts.remove', { owner, id });
    },
    async skip(owner, id) {
      return decodeContactAnswer(await api.call('contacts.skip', { owner, id }));
    },
    async retry(owner, id) {
      return decodeContactAnswer(await api.call('contacts.retry', { owner, id }));
    },
    async reschedule(owner, id, at) {
      return decodeContactAnswer(
        await api.call('contacts.reschedule', { owner, id, ...body(RESCHEDULE_SHAPE, { at }) }),
      );
    },
  };
}

/** The numbers that no campaign may call. */
export function doNotCallCalls(api: CampaignCaller): DoNotCallCalls {
  const names = ['entries', 'numbers', 'suppressions'];
  return {
    list: (text, page) =>
      api.page(
        'doNotCall.list',
        {
          inputs: given(text) === undefined ? {} : { filters: { text: text ?? '' } },
          names,
          decode: decodeDoNotCall,
          idOf: (entry) => entry.id,
        },
        page,
      ),
    async add(entry) {
      return decodeDoNotCallAnswer(await api.call('doNotCall.add', body(ENTRY_SHAPE, entry)));
    },
    async remove(id) {
      await api.call('doNotCall.remove', { id });
    },
    async import(entries) {
      return decodeImport(await api.call('doNotCall.import', body(IMPORT_SHAPE, { entries })));
    },
  };
}
