import type { ManifestDesk, ManifestUpload } from '../campaign-port.ts';
import type { Actor, Failure, Result } from '../outcome.ts';
import type { CampaignRecord } from './campaign-record.ts';
import { pageByPlace, pageOfList } from './cursor-page.ts';
import { isFinal } from './dispatcher-machine.ts';
import type { DoNotCallList } from './do-not-call-list.ts';
import { finishImport, putBack, rejectImport, reverseImport, takeAway } from './manifest-import.ts';
import { createManifestJob } from './manifest-job.ts';
import {
  chunkBytes,
  createUpload,
  mostFileBytes,
  type NewUpload,
  receive,
  showUpload,
  type UploadRecord,
} from './manifest-upload.ts';
import { refuse } from './refuse.ts';

/** Rows that a job reads at a tick: a million take a second of world time, and others get their turn in between. */
const rowsPerTick = 20_000;
const mostReceiving = 20;

export interface ManifestDeskParts {
  readonly find: (campaignId: string) => Result<CampaignRecord>;
  readonly records: () => Iterable<CampaignRecord>;
  readonly now: () => number;
  readonly doNotCall: DoNotCallList;
}

export interface ManifestWorks extends ManifestDesk {
  /** Reads on in the manifests that are being taken in, and lets forgotten uploads go. */
  tick(): void;
}

/** Manifests of a tenant: received in chunks, taken in by a job, taken back again. */
export function createManifestDesk(parts: ManifestDeskParts): ManifestWorks {
  const { find, now, doNotCall } = parts;
  let given = 0;

  function refusesImport(record: CampaignRecord, mode: string): Failure | undefined {
    const { state } = record.position;
    if (isFinal(state) || state === 'draining' || record.archived) {
      return refuse('illegal-state', `The campaign is ${state}: it takes no more contacts`, { state });
    }
    if (mode === 'replace' && state === 'running') {
      return refuse('illegal-state', 'Contacts are not replaced while the campaign runs: pause it first', { state });
    }
    return undefined;
  }

  function open(
    campaignId: string,
    input: Omit<NewUpload, 'id'>,
    actor: Actor,
  ): Result<{ record: CampaignRecord; upload: UploadRecord }> {
    const found = find(campaignId);
    if (!found.ok) return found;
    const record = found.value;
    const refusal = refusesImport(record, input.mode);
    if (refusal !== undefined) return refusal;
    if (input.sizeBytes > mostFileBytes) return refuse('too-large', `A manifest has at most ${mostFileBytes} bytes`);
    const receiving = record.uploads.filter(({ state }) => state === 'receiving').length;
    if (receiving >= mostReceiving) return refuse('illegal-state', 'Too many uploads are open: cancel some first');
    given += 1;
    const upload = createUpload({ id: `up-${record.number}-${given}`, ...input }, actor, now());
    record.uploads.push(upload);
    return { ok: true, value: { record, upload } };
  }

  function findUpload(campaignId: string, uploadId: string) {
    const found = find(campaignId);
    if (!found.ok) return found;
    const upload = found.value.uploads.find(({ id }) => id === uploadId);
    if (upload === undefined) return refuse('not-found', `Campaign ${campaignId} has no upload ${uploadId}`);
    return { ok: true, value: { record: found.value, upload } } as const;
  }

  function show(campaignId: string, upload: UploadRecord): Result<ManifestUpload> {
    return { ok: true, value: showUpload(campaignId, upload, now()) };
  }

  function begin(record: CampaignRecord, upload: UploadRecord): Failure | undefined {
    const refusal = refusesImport(record, upload.mode);
    if (refusal !== undefined) return refusal;
    upload.state = 'processing';
    if (upload.sha256 !== undefined && upload.hash.digest('hex') !== upload.sha256) {
      const message = 'The bytes that came are not those that were announced.';
      rejectImport(record, upload, { code: 'checksum-mismatch', message }, now());
      return undefined;
    }
    if (upload.mode === 'replace') takeAway(record, upload);
    upload.job = createManifestJob(record, upload);
    return undefined;
  }

  return {
    create(campaignId, { fileName, sizeBytes, sha256, mode, columns }, actor) {
      const opened = open(campaignId, { fileName, sizeBytes, sha256, mode, columns }, actor);
      return opened.ok ? show(campaignId, opened.value.upload) : opened;
    },
    take(campaignId, { fileName, mode, bytes }, actor) {
      const input = { fileName, mode, sizeBytes: bytes.length, sha256: undefined, columns: undefined };
      const opened = open(campaignId, input, actor);
      if (!opened.ok) return opened;
      const { record, upload } = opened.value;
      receive(upload, 0, bytes);
      return begin(record, upload) ?? show(campaignId, upload);
    },
    putChunk(campaignId, uploadId, offset, bytes) {
      const found = findUpload(campaignId, uploadId);
      if (!found.ok) return found;
      const { upload } = found.value;
      const { state, received: receivedBytes } = upload;
      if (state !== 'receiving') return refuse('illegal-state', `The upload is ${state}`, { state, receivedBytes });
      if (bytes.length > chunkBytes) return refuse('too-large', `A chunk has at most ${chunkBytes} bytes`);
      if (!receive(upload, offset, bytes)) {
        return refuse('offset-mismatch', `The upload stands at ${receivedBytes}`, { receivedBytes });
      }
      return { ok: true, value: { receivedBytes: upload.received } };
    },
    get(campaignId, uploadId) {
      const found = findUpload(campaignId, uploadId);
      return found.ok ? show(campaignId, found.value.upload) : found;
    },
    complete(campaignId, uploadId) {
      const found = findUpload(campaignId, uploadId);
      if (!found.ok) return found;
      const { record, upload } = found.value;
      const { state, received: receivedBytes } = upload;
      if (state === 'cancelled' || state === 'reversed')
        return refuse('illegal-state', `The upload is ${state}`, { state });
      if (state !== 'receiving') return show(campaignId, upload);
      if (receivedBytes < upload.sizeBytes) {
        return refuse('incomplete', `${receivedBytes} of ${upload.sizeBytes} bytes have come`, { receivedBytes });
      }
      return begin(record, upload) ?? show(campaignId, upload);
    },
    cancel(campaignId, uploadId) {
      const found = findUpload(campaignId, uploadId);
      if (!found.ok) return found;
      const { record, upload } = found.value;
      const { state } = upload;
      if (state === 'receiving') drop(upload);
      else if (state === 'processing') return refuse('illegal-state', 'The manifest is being taken in', { state });
      else if (state === 'accepted' || state === 'partially-accepted') {
        if ((upload.reversibleUntil ?? 0) <= now())
          return refuse('not-reversible', 'It is too late to take it back', { state });
        reverseImport(record, upload, doNotCall);
      } else if (state === 'rejected') return refuse('not-reversible', 'Nothing of it was taken in', { state });
      return show(campaignId, upload);
    },
    list(campaignId, start, limit) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const newestFirst = found.value.uploads.toReversed().map((upload) => showUpload(campaignId, upload, now()));
      return pageOfList(newestFirst, start, limit);
    },
    errors(campaignId, uploadId, start, limit) {
      const found = findUpload(campaignId, uploadId);
      if (!found.ok) return found;
      const { errors, file, header } = found.value.upload;
      const within = (place: number) => (place < errors.length ? place : undefined);
      return pageByPlace(start, limit, errors.length, within, (place) => errors.show(place, file, header));
    },
    tick() {
      for (const record of parts.records()) {
        for (const upload of record.uploads) {
          if (upload.state === 'receiving' && upload.expiresAt <= now()) drop(upload);
          const { job } = upload;
          if (upload.state !== 'processing' || job === undefined || !job.run(rowsPerTick)) continue;
          if (job.rejection === undefined) finishImport(record, upload, job, doNotCall, now());
          else {
            putBack(record, upload, doNotCall);
            rejectImport(record, upload, job.rejection, now());
          }
        }
      }
    },
  };
}

function drop(upload: UploadRecord): void {
  upload.state = 'cancelled';
  upload.file = Buffer.alloc(0);
}
