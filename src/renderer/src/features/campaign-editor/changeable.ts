import type { Campaign, CampaignDraft } from '../../../../shared/models/campaign.ts';

export const FIELDS = [
  'name',
  'description',
  'flowId',
  'pointOfContactId',
  'callerId',
  'schedule',
  'concurrency',
  'maxAttempts',
  'retry',
  'answeringMachine',
  'requiredVariables',
] as const satisfies readonly (keyof CampaignDraft)[];
export type Field = (typeof FIELDS)[number];

/** States as an operator thinks of them: `over` is completed, stopped or failed, and what drains. */
export const PHASES = ['draft', 'waiting', 'running', 'over'] as const;
export type Phase = (typeof PHASES)[number];

const WORDS: readonly Field[] = ['name', 'description'];
/** What calls depend on that were made already: the flow, and the variables that contacts were checked for. */
const SETTLED: readonly Field[] = ['flowId', 'requiredVariables'];
const USUAL: Readonly<Record<Phase, readonly Field[]>> = {
  draft: FIELDS,
  waiting: FIELDS.filter((field) => !SETTLED.includes(field)),
  running: [...WORDS, 'concurrency', 'maxAttempts', 'retry'],
  over: WORDS,
};

/** The phase of a state; a state that nobody here knows has none. */
export function phaseOf(state: string): Phase | undefined {
  if (state === 'draft' || state === 'running') return state;
  if (state === 'scheduled' || state === 'paused') return 'waiting';
  return ['draining', 'completed', 'stopped', 'failed'].includes(state) ? 'over' : undefined;
}

/**
 * Whether a field may be changed in a phase: for the phase a campaign is in what the instance says, for the others what
 * instances usually allow. The instance has the last word in any case.
 */
export function mayChange(
  field: Field,
  phase: Phase,
  campaign: Pick<Campaign, 'state' | 'editable'> | undefined,
): boolean {
  if (campaign?.editable !== undefined && phaseOf(campaign.state) === phase) return campaign.editable.includes(field);
  return USUAL[phase].includes(field);
}

/** Whether a field of this campaign may be changed now. */
export function mayChangeNow(field: Field, campaign: Pick<Campaign, 'state' | 'editable'> | undefined): boolean {
  if (campaign === undefined) return true;
  if (campaign.editable !== undefined) return campaign.editable.includes(field);
  const phase = phaseOf(campaign.state);
  return phase === undefined || USUAL[phase].includes(field);
}
