import type { ManifestMode, ManifestUpload } from '../../world/campaign-port.ts';
import type { Caller } from '../api-env.ts';
import { ApiError } from '../api-error.ts';
import { tenantOf } from '../guard/guard.ts';
import { unwrap } from './unwrap.ts';

const mostBytes = 5 * 1024 * 1024;

/**
 * Takes a manifest that came whole, as the file of a form.
 *
 * @returns the upload, whose job runs
 * @throws ApiError 413 when it is larger than 5 MiB, 422 when it is no file
 */
export async function takeManifestFile(
  caller: Caller,
  campaignId: string,
  file: unknown,
  mode: ManifestMode,
): Promise<ManifestUpload> {
  if (!(file instanceof File)) throw new ApiError(422, 'invalid', 'The form has no file.', { details: noFile });
  if (file.size > mostBytes) throw new ApiError(413, 'too-large', 'Upload it in chunks: a form takes at most 5 MiB.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { manifests } = tenantOf(caller).campaigns;
  return unwrap(manifests.take(campaignId, { fileName: file.name || 'manifest.csv', mode, bytes }, caller.user));
}

const noFile = [{ path: 'file', message: 'A file is required.' }];
