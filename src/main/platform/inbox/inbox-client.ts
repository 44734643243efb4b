import { body, type CampaignClientDeps, createCampaignCaller } from '../campaigns/campaign-caller.ts';
import type { Shape } from '../client/body-shape.ts';
import { createVocabulary } from '../decode/vocabulary.ts';
import { decodeAssignment, decodeChange, decodeConfiguration, decodeInbox, decodeSkill } from './decode-inbox.ts';
import type { InboxApi } from './inbox-api.ts';

const availabilityWord = createVocabulary({
  available: ['ready', 'online', 'active'],
  busy: ['notready', 'occupied', 'paused'],
  offline: ['unavailable', 'away', 'signedout'],
});

const AVAILABILITY_SHAPE: Shape = {
  availability: {
    names: ['agentstatus', 'status', 'state', 'presence'],
    as: 'word',
    vocabulary: availabilityWord,
  },
};
const CONFIGURATION_SHAPE: Shape = {
  skills: { names: ['skillnames'] },
  voiceCalls: { names: ['takescalls', 'voice', 'calls', 'voiceenabled'] },
  maxChats: { names: ['chatlimit', 'maxconcurrentchats', 'chats'] },
  maxEmails: { names: ['emaillimit', 'maxconcurrentemails', 'emails'] },
  mobilePhoneNumber: { names: ['mobilephone', 'mobile', 'phonenumber', 'phone'] },
  sipTrunk: { names: ['sip', 'sipaddress', 'siptarget'] },
};
const WRAP_UP_SHAPE: Shape = {
  notes: { names: ['note', 'remark', 'comment', 'summary', 'text'] },
  disposition: { names: ['outcome', 'result', 'code'] },
};
const REQUEUE_SHAPE: Shape = { skills: { names: ['requiredskills', 'skill', 'skillnames'] } };

/** Makes the inbox client of one tenant over whatever operations are bound. */
export function createInboxClient(deps: CampaignClientDeps): InboxApi {
  const api = createCampaignCaller(deps);
  return {
    tenant: deps.tenant,
    can: api.can,
    clockSkew: () => deps.caller.skew.latest(),
    get: (signal) => api.read('inbox.get', {}, decodeInbox, signal),
    async setAvailability(availability) {
      const answer = await api.call('inbox.setAvailability', body(AVAILABILITY_SHAPE, { availability }));
      // An answer that says no more than that it was done is good enough: the inbox is read again.
      return decodeChange(answer) ?? { requeued: [], kept: [] };
    },
    async announce() {
      await api.call('inbox.announce', {});
    },
    configuration: () => api.read('inbox.configuration', {}, decodeConfiguration),
    async configure(wanted) {
      return decodeConfiguration(await api.call('inbox.configure', body(CONFIGURATION_SHAPE, wanted)));
    },
    async end(id) {
      return decodeAssignment(await api.call('inbox.end', { id }));
    },
    async wrapUp(id, notes) {
      await api.call('inbox.wrapUp', { id, ...body(WRAP_UP_SHAPE, notes) });
    },
    async requeue(id, skills) {
      await api.call('inbox.requeue', { id, ...body(REQUEUE_SHAPE, { skills }) });
    },
    skills: () => api.list('skills.list', { inputs: {}, names: ['skills'], decode: decodeSkill }),
  };
}
