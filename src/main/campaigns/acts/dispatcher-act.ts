import type { CallsInProgress, Dispatcher, DispatcherVerb } from '../../../shared/models/dispatcher.ts';
import { legalVerbs, showsDone } from '../../../shared/models/dispatcher-rules.ts';
import type { Act } from '../../commands/acts/act.ts';
import type { JournalFacts } from '../../commands/journal/entry.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import { present } from '../../platform/decode/present.ts';

export interface TellInput {
  readonly tenant: string;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly verb: DispatcherVerb;
  /** What was on screen. */
  readonly expected: { readonly state: string | undefined; readonly revision?: number | undefined };
  readonly callsInProgress?: CallsInProgress | undefined;
  /** Told to the instance and noted in the journal: why. */
  readonly reason?: string | undefined;
  readonly hold?: string | undefined;
  readonly facts?: JournalFacts;
}

/** Reads a dispatcher; an instance that has none to read tells its state with the campaign. */
export async function readDispatcher(api: CampaignApi, id: string): Promise<Dispatcher> {
  if (api.can('dispatcher.get')) return api.dispatcher.get(id);
  const { state, revision, legalVerbs: told, concurrency } = await api.campaigns.get(id);
  return { campaignId: id, leased: [], ...present({ state, revision, legalVerbs: told, concurrency }) };
}

/**
 * Tells a dispatcher one verb. What is not legal in the state that is read just before is never sent. Pausing and
 * stopping what is paused or stopped already is done without sending; starting what someone else started is not.
 */
export function dispatcherAct(api: CampaignApi, input: TellInput): Act<Dispatcher> {
  const { tenant, campaign, verb, expected, callsInProgress, reason, hold, facts } = input;
  return {
    name: `${verb}Dispatcher`,
    tenant,
    subject: { kind: 'campaign', ids: [campaign.id], campaign },
    facts: present({ ...facts, callsInProgress, reason }),
    hold,
    expected: { state: expected.state, revision: expected.revision },
    read: () => readDispatcher(api, campaign.id),
    picture: ({ state, revision }) => ({ state, revision }),
    already: (now) =>
      now !== undefined &&
      ((verb === 'pause' && now.state === 'paused') || (verb === 'stop' && now.state === 'stopped')),
    refuse(now) {
      if (now === undefined || legalVerbs(now).includes(verb)) return undefined;
      return {
        code: 'conflict',
        message: `${verb} is not legal in this state`,
        detail: { reason: 'illegal-state', state: now.state, legalVerbs: legalVerbs(now) },
      };
    },
    send: (now) =>
      api.dispatcher.tell(
        campaign.id,
        verb,
        present({
          // The revision that was checked a moment ago: whoever comes in between is noticed by the instance.
          expectedRevision: now?.revision,
          callsInProgress: verb === 'stop' ? callsInProgress : undefined,
          reason,
        }),
      ),
    find: (_before, now, answer) => {
      const found = now ?? answer;
      if (found === undefined) return 'cannot-tell';
      return showsDone(verb, found.state) ? 'done' : 'not-done';
    },
  };
}
