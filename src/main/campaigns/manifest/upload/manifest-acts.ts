import { failureOf } from '../../../../shared/models/failure.ts';
import type { ManifestUpload } from '../../../../shared/models/manifest-upload.ts';
import type { Act } from '../../../commands/acts/act.ts';
import type { JournalFacts } from '../../../commands/journal/entry.ts';
import type { ManifestCalls } from '../../../platform/campaigns/campaign-api.ts';
import type { UploadRecord } from './upload-record.ts';

type Manifest = Pick<UploadRecord, 'tenant' | 'campaign' | 'uploadId' | 'mode' | 'rows' | 'bytes' | 'sha256'>;

async function readUpload(calls: ManifestCalls, campaign: string, id: string): Promise<ManifestUpload | undefined> {
  try {
    return await calls.get(campaign, id);
  } catch (thrown) {
    if (failureOf(thrown).code === 'not-found') return undefined;
    throw thrown;
  }
}

function manifestAct(
  calls: ManifestCalls,
  manifest: Manifest,
  name: string,
  facts: JournalFacts,
): Pick<Act<ManifestUpload>, 'name' | 'tenant' | 'subject' | 'facts' | 'read' | 'picture'> {
  const { tenant, campaign, uploadId = '' } = manifest;
  return {
    name,
    tenant,
    subject: { kind: 'manifest', ids: [uploadId], campaign },
    facts,
    read: () => readUpload(calls, campaign.id, uploadId),
    picture: ({ state }) => ({ state }),
  };
}

/** Has an uploaded manifest taken in: the one request of an upload that changes who is called. */
export function importAct(calls: ManifestCalls, manifest: Manifest): Act<ManifestUpload> {
  const { campaign, uploadId = '', mode, rows, bytes, sha256 } = manifest;
  const begun = (now: ManifestUpload | undefined): boolean => now !== undefined && now.state !== 'receiving';
  return {
    ...manifestAct(calls, manifest, 'importManifest', { mode, rows, bytes, sha256 }),
    expected: {},
    already: begun,
    send: () => calls.complete(campaign.id, uploadId),
    find: (_before, now) => (begun(now) ? 'done' : 'not-done'),
  };
}

const TAKEN_BACK: ReadonlySet<string> = new Set(['cancelled', 'reversed']);

/**
 * Gives an upload up while it is received, or takes back what an accepted one brought.
 * @param state what was on screen
 */
export function takeBackAct(calls: ManifestCalls, manifest: Manifest, state: string): Act<ManifestUpload> {
  const { campaign, uploadId = '', rows } = manifest;
  const name = state === 'receiving' ? 'cancelManifest' : 'reverseManifest';
  const back = (now: ManifestUpload | undefined): boolean => now === undefined || TAKEN_BACK.has(now.state);
  return {
    ...manifestAct(calls, manifest, name, { rows }),
    expected: { state },
    already: back,
    async send() {
      await calls.cancel(campaign.id, uploadId);
      return undefined;
    },
    find: (_before, now) => (back(now) ? 'done' : 'not-done'),
  };
}
