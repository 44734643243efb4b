import type { Context } from 'hono';
import { take } from '../../faults/http-faults.ts';
import type { ApiEnv } from '../api-env.ts';
import { ApiError } from '../api-error.ts';
import { tenantOf } from '../guard/guard.ts';
import { unwrap } from './unwrap.ts';

/**
 * Reads the body of a chunk into an upload, piece by piece as it arrives: what came before a cut connection is kept.
 *
 * @param offset where in the file the first byte belongs
 * @returns how far the upload has come
 * @throws ApiError 409 `offset-mismatch`, 413, 404
 */
export async function takeChunk(
  c: Context<ApiEnv>,
  campaignId: string,
  uploadId: string,
  offset: number,
): Promise<{ receivedBytes: number }> {
  const { manifests } = tenantOf(c.get('caller')).campaigns;
  // Asked before the first byte, so that a wrong place is told even when no bytes follow.
  let receipt = unwrap(manifests.putChunk(campaignId, uploadId, offset, new Uint8Array(0)));
  const { chunkBytes } = unwrap(manifests.get(campaignId, uploadId));
  const cut = take(c.get('services').faults, 'cut-upload', 'putManifestChunk');
  const announced = Number(c.req.header('content-length') ?? 0);
  const most = cut === undefined ? Number.POSITIVE_INFINITY : Math.min(cut.rule.bytes, Math.floor(announced / 2));
  let taken = 0;
  for await (const piece of c.req.raw.body ?? []) {
    if (taken + piece.byteLength > chunkBytes) {
      throw new ApiError(413, 'too-large', `A chunk has at most ${chunkBytes} bytes.`);
    }
    const kept = piece.subarray(0, most - taken);
    receipt = unwrap(manifests.putChunk(campaignId, uploadId, offset + taken, kept));
    taken += kept.byteLength;
    if (taken < most) continue;
    c.env.outgoing.destroy();
    throw new ApiError(503, 'unavailable', 'The connection was cut.');
  }
  return receipt;
}
