import { type Failure, failureOf } from '../../../../shared/models/failure.ts';
import type { ManifestUpload } from '../../../../shared/models/manifest-upload.ts';
import type { ManifestCalls } from '../../../platform/campaigns/campaign-api.ts';
import type { UploadRecord } from './upload-record.ts';

/** Clocks may differ by some minutes. */
const APART_MS = 600_000;

/**
 * Finds the upload that the instance may have begun although its answer never came: the console ended, or the wire was cut,
 * between the request and the answer. @throws FailureError
 */
export async function findBegun(calls: ManifestCalls, record: UploadRecord): Promise<Partial<UploadRecord>> {
  const { campaign, fileName, bytes, begunAt } = record;
  const uploads = await calls.list(campaign.id);
  const mine = uploads.find(
    (upload) =>
      upload.state === 'receiving' &&
      upload.fileName === fileName &&
      upload.sizeBytes === bytes &&
      (upload.createdAt ?? begunAt) >= begunAt - APART_MS,
  );
  return mine === undefined ? { step: 'prepared' } : begun(mine);
}

/**
 * Asks for a new upload. @param refused told when it was certainly not begun, before the failure is thrown
 * @throws FailureError
 */
export async function beginUpload(
  calls: ManifestCalls,
  { campaign, fileName, bytes, sha256, mode, columns }: UploadRecord,
  refused: () => Promise<void>,
): Promise<Partial<UploadRecord>> {
  try {
    return begun(await calls.create(campaign.id, { fileName, sizeBytes: bytes, sha256, mode, columns }));
  } catch (thrown) {
    if (!mayHaveArrived(failureOf(thrown))) await refused();
    throw thrown;
  }
}

const begun = ({ uploadId, chunkBytes, receivedBytes }: ManifestUpload): Partial<UploadRecord> => ({
  step: 'receiving',
  uploadId,
  sentBytes: receivedBytes,
  ...(chunkBytes === undefined ? {} : { chunkBytes }),
});

const mayHaveArrived = ({ code }: Failure): boolean => code === 'unknown-outcome' || code === 'cancelled';
