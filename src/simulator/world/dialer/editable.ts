import type { CampaignDraft, CampaignState } from '../campaign-port.ts';

type Field = keyof CampaignDraft;

const everything: readonly Field[] = [
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
];
/** What calls already made depend on: the flow, and which variables the contacts were checked for. */
const settled: readonly Field[] = ['flowId', 'requiredVariables'];
const whileRunning: readonly Field[] = ['name', 'description', 'concurrency', 'maxAttempts', 'retry'];
const words: readonly Field[] = ['name', 'description'];

const byState: Readonly<Record<CampaignState, readonly Field[]>> = {
  draft: everything,
  scheduled: everything.filter((field) => !settled.includes(field)),
  paused: everything.filter((field) => !settled.includes(field)),
  running: whileRunning,
  draining: words,
  completed: words,
  stopped: words,
  failed: words,
};

/** The fields of a campaign that may be changed in a state; none once it is archived. */
export function editableFields(state: CampaignState, archived: boolean): readonly Field[] {
  return archived ? [] : byState[state];
}
