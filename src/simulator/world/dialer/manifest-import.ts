import { type CampaignRecord, touch } from './campaign-record.ts';
import type { StoredState } from './contact-store.ts';
import type { DoNotCallList } from './do-not-call-list.ts';
import { keptMs, type ManifestJob, type UploadRecord } from './manifest-upload.ts';

/** How a manifest comes into its campaign as a whole, and leaves it again. */

const untouched: ReadonlySet<StoredState> = new Set([
  'pending',
  'waiting-retry',
  'scheduled',
  'skipped',
  'do-not-call',
]);

function neverCalled({ contacts }: CampaignRecord, place: number): boolean {
  return contacts.attempts(place) === 0 && untouched.has(contacts.state(place));
}

/** Takes the contacts away that have not been called, to make room for the manifest that replaces them. */
export function takeAway(record: CampaignRecord, upload: UploadRecord): void {
  const { contacts } = record;
  const replaced: number[] = [];
  for (let place = 0; place < contacts.length; place += 1) {
    if (!neverCalled(record, place)) continue;
    if (contacts.state(place) === 'skipped') upload.replacedSkipped.add(place);
    contacts.setState(place, 'removed');
    replaced.push(place);
  }
  upload.replaced = replaced;
}

/** Lets those back in that were taken away, unless their number has come again since. */
function restore(record: CampaignRecord, upload: UploadRecord, doNotCall: DoNotCallList): void {
  const { contacts, lanes } = record;
  for (const place of upload.replaced) {
    const phone = contacts.phone(place);
    if (contacts.byPhone.get(phone) !== undefined) continue;
    const state = upload.replacedSkipped.has(place) ? 'skipped' : 'pending';
    contacts.setState(place, doNotCall.has(phone) ? 'do-not-call' : state);
    lanes.addAgain(place);
  }
  upload.replaced = [];
  upload.replacedSkipped.clear();
}

function remove(record: CampaignRecord, upload: UploadRecord): void {
  const { contacts } = record;
  for (let place = 0; place < contacts.length; place += 1) {
    if (contacts.source(place) === upload.source && neverCalled(record, place)) contacts.setState(place, 'removed');
  }
}

/** Undoes what a job has done of a manifest that turned out to be unfit. */
export function putBack(record: CampaignRecord, upload: UploadRecord, doNotCall: DoNotCallList): void {
  remove(record, upload);
  restore(record, upload, doNotCall);
}

/** The whole manifest is rejected; nothing of it stays. */
export function rejectImport(
  record: CampaignRecord,
  upload: UploadRecord,
  rejection: NonNullable<UploadRecord['rejection']>,
  now: number,
): void {
  upload.state = 'rejected';
  upload.rejection = rejection;
  upload.completedAt = now;
  upload.job = undefined;
  upload.file = Buffer.alloc(0);
  touch(record, now);
}

/** The job is done: its contacts get in line. */
export function finishImport(
  record: CampaignRecord,
  upload: UploadRecord,
  { counts }: ManifestJob,
  doNotCall: DoNotCallList,
  now: number,
): void {
  const { contacts, lanes } = record;
  if (counts.accepted === 0) putBack(record, upload, doNotCall);
  let kept = 0;
  for (let place = 0; place < contacts.length; place += 1) {
    if (contacts.source(place) !== upload.source || contacts.state(place) !== 'pending') continue;
    lanes.addFresh(place);
    if (!doNotCall.has(contacts.phone(place))) continue;
    contacts.setState(place, 'do-not-call');
    kept += 1;
  }
  upload.counts = { ...counts, doNotCall: kept };
  upload.completedAt = now;
  upload.job = undefined;
  touch(record, now);
  if (counts.accepted === 0) {
    upload.state = 'rejected';
    upload.rejection = { code: 'nothing-accepted', message: 'No row of the manifest could be taken in.' };
    return;
  }
  upload.state = counts.accepted === counts.rows ? 'accepted' : 'partially-accepted';
  upload.reversibleUntil = now + keptMs;
}

/** Takes an import back: its contacts that have not been called leave, those it replaced come back. */
export function reverseImport(record: CampaignRecord, upload: UploadRecord, doNotCall: DoNotCallList): void {
  putBack(record, upload, doNotCall);
  upload.state = 'reversed';
  upload.reversibleUntil = undefined;
}
