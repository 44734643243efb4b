import type { ActResult } from '../../shared/models/act.ts';
import type { CommandResult } from '../../shared/models/command.ts';
import type { ContactDeed } from '../../shared/models/contact-deed.ts';
import type { DispatcherVerb } from '../../shared/models/dispatcher.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { KeptHold } from '../commands/holds/hold-file.ts';
import type { CampaignApi } from '../platform/campaigns/campaign-api.ts';
import { archiveAct } from './acts/campaign-acts.ts';
import { contactAct, removeDoNotCallAct } from './acts/contact-acts.ts';
import { dispatcherAct } from './acts/dispatcher-act.ts';

export interface HeldDeps {
  readonly apiFor: (tenant: string) => CampaignApi;
  readonly run: RunAct;
  /** Told what came of resuming a dispatcher: a panic may have waited for it. */
  readonly onResumed: (tenant: string, campaign: string, result: ActResult<unknown>) => Promise<void>;
}

const VERBS: Readonly<Record<string, DispatcherVerb>> = {
  startDispatcher: 'start',
  resumeDispatcher: 'resume',
  stopDispatcher: 'stop',
};
const DEEDS: Readonly<Record<string, ContactDeed>> = {
  skipContact: 'skip',
  retryContact: 'retry',
  rescheduleContact: 'reschedule',
  removeContact: 'remove',
};

/**
 * Sends one target of a released hold on campaigns, contacts or do-not-call.
 * @throws FailureError when there is no way to the tenant, or the hold is of another kind.
 */
export async function sendHeldCampaign(
  { apiFor, run, onResumed }: HeldDeps,
  kept: KeptHold,
  target: KeptHold['targets'][number],
): Promise<CommandResult> {
  const { id: hold, tenant, action, campaign } = kept;
  const api = apiFor(tenant);
  const { status, revision } = target.expected;
  const verb = VERBS[action];
  if (verb !== undefined) {
    const one = { id: target.id, name: target.name ?? campaign?.name ?? target.id };
    const expected = { state: status, revision };
    const { callsInProgress } = campaign ?? {};
    const result = await run(dispatcherAct(api, { tenant, campaign: one, verb, expected, callsInProgress, hold }));
    if (verb === 'resume') await onResumed(tenant, target.id, result);
    return asCommand(result);
  }
  if (action === 'archiveCampaign') {
    const one = { id: target.id, name: target.name ?? campaign?.name ?? target.id };
    return asCommand(await run(archiveAct(api, { tenant, campaign: one }, { state: status }, hold)));
  }
  if (action === 'removeDoNotCall') return asCommand(await run(removeDoNotCallAct(api, tenant, target.id, hold)));
  const deed = DEEDS[action];
  if (deed === undefined || campaign?.id === undefined) {
    throw new FailureError('invalid', 'This is no command on a campaign', { field: 'action' });
  }
  const of = { id: campaign.id, name: campaign.name ?? campaign.id };
  const expected = { state: status, attempts: revision };
  const at = deed === 'reschedule' ? campaign.at : undefined;
  return asCommand(await run(contactAct(api, { tenant, campaign: of, contact: target.id, deed, expected, at, hold })));
}

/** The result of an act as holds tell it. */
export function asCommand(result: ActResult<unknown>): CommandResult {
  if (result.outcome === 'done') return { outcome: 'done' };
  if (result.outcome === 'unknown') return { outcome: 'unknown', failure: result.failure };
  const differences = result.differences.flatMap(({ field, before, now }) =>
    field === 'state' ? [{ field: 'status' as const, before, now }] : [],
  );
  return { outcome: 'refused', failure: result.failure, differences };
}

/** The one result of a held single command; undone is refused as `cancelled`. */
export function onlyResult(
  results: readonly { readonly result: CommandResult | { readonly outcome: 'cancelled' } }[],
): ActResult<never> {
  const result = results[0]?.result;
  if (result === undefined || result.outcome === 'cancelled') {
    // Not sent because the session or the console ended has no result yet: the operator decides again.
    const reason = result === undefined ? 'not-sent' : 'undone';
    const failure = { code: 'cancelled', message: 'It was not sent', detail: { reason } } as const;
    return { outcome: 'refused', failure, differences: [] };
  }
  if (result.outcome === 'done') return { outcome: 'done' };
  if (result.outcome === 'unknown') return { outcome: 'unknown', failure: result.failure };
  const differences = result.differences.map(({ before, now }) => ({ field: 'state', before, now }));
  return { outcome: 'refused', failure: result.failure, differences };
}
