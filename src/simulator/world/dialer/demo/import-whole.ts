import type { Actor } from '../../outcome.ts';
import type { CampaignRecord } from '../campaign-record.ts';
import type { DoNotCallList } from '../do-not-call-list.ts';
import { finishImport } from '../manifest-import.ts';
import { createManifestJob } from '../manifest-job.ts';
import { createUpload, receive } from '../manifest-upload.ts';

/** Takes a manifest into a campaign at once, as one that was imported before the world began. */
export function importWhole(
  record: CampaignRecord,
  { fileName, file }: { readonly fileName: string; readonly file: Buffer },
  by: Actor,
  doNotCall: DoNotCallList,
  at: number,
): void {
  const size = { sizeBytes: file.length, sha256: undefined, columns: undefined };
  const upload = createUpload({ id: `up-${record.number}-0`, fileName, mode: 'append', ...size }, by, at);
  receive(upload, 0, file);
  const job = createManifestJob(record, upload);
  job.run(Number.POSITIVE_INFINITY);
  record.uploads.push(upload);
  finishImport(record, upload, job, doNotCall, at);
}
