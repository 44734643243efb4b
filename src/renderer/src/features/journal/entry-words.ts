import type { JournalEntry } from '../../../../shared/models/journal.ts';

export const ACTIONS = [
  'takeOver',
  'reply',
  'handBack',
  'transfer',
  'complete',
  'startDispatcher',
  'pauseDispatcher',
  'resumeDispatcher',
  'stopDispatcher',
  'createCampaign',
  'updateCampaign',
  'duplicateCampaign',
  'archiveCampaign',
  'addContact',
  'skipContact',
  'retryContact',
  'rescheduleContact',
  'removeContact',
  'exportContacts',
  'addDoNotCall',
  'removeDoNotCall',
  'importDoNotCall',
  'importedDoNotCall',
  'exportDoNotCall',
  'panic',
  'breakerTripped',
  'importManifest',
  'approveManifest',
  'cancelManifest',
  'reverseManifest',
  'saveManifestRejects',
  'editTags',
  'exportTranscripts',
  'cancelExport',
  'editScorecard',
  'drawSample',
  'finishReview',
  'reopenReview',
  'exportReviews',
  'setAvailability',
  'setPersonalConfiguration',
  'signHandOver',
] as const;
export const OUTCOMES = ['done', 'refused', 'unknown', 'undone', 'not-sent', 'open'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How an entry ended, as the journal's filter counts it: a hold ends in what its last line says. Undefined: it just was. */
export function outcomeOf(entry: JournalEntry): Outcome | undefined {
  if (entry.kind === 'mark') return undefined;
  if (entry.outcome !== undefined) return entry.outcome;
  const phases = entry.phases.map(({ phase }) => phase);
  // Something that was done here and could not fail: an approval, an export, the panic key.
  if (phases.includes('note')) return undefined;
  if (phases.includes('undone')) return 'undone';
  if (phases.includes('not-sent')) return 'not-sent';
  // Released: its commands have entries of their own.
  return phases.includes('released') ? undefined : 'open';
}
