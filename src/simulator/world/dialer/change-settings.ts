import { isDeepStrictEqual } from 'node:util';
import type { CampaignDraft, CampaignPatch } from '../campaign-port.ts';
import type { Failure } from '../outcome.ts';
import type { CampaignRecord } from './campaign-record.ts';
import { editableFields } from './editable.ts';
import { refuse } from './refuse.ts';

/** The settings once a patch is applied; null takes an optional one away. */
export function patched(
  { description, pointOfContactId, ...draft }: CampaignDraft,
  patch: CampaignPatch,
): CampaignDraft {
  const { description: newDescription, pointOfContactId: newPoint, ...rest } = patch;
  const words = newDescription === undefined ? description : (newDescription ?? undefined);
  const point = newPoint === undefined ? pointOfContactId : (newPoint ?? undefined);
  return {
    ...draft,
    ...rest,
    ...(words !== undefined && { description: words }),
    ...(point !== undefined && { pointOfContactId: point }),
  };
}

/** The first field that a patch changes and that cannot be changed in this state. */
export function lockedField(record: CampaignRecord, patch: CampaignPatch): Failure | undefined {
  const { state } = record.position;
  const editable: readonly string[] = editableFields(state, record.archived);
  const after: Readonly<Record<string, unknown>> = { ...patched(record.draft, patch) };
  const before: Readonly<Record<string, unknown>> = { ...record.draft };
  const path = Object.keys(patch).find((key) => !editable.includes(key) && !isDeepStrictEqual(before[key], after[key]));
  if (path === undefined) return undefined;
  const message = `${path} cannot be changed while the campaign is ${record.archived ? 'archived' : state}`;
  return refuse('not-editable', message, { state, details: [{ path, message }] });
}
