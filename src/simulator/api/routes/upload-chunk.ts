import type { Context } from 'hono';
import type { ApiEnv } from '../api-env.ts';
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
  let at = offset;
  for await (const piece of c.req.raw.body ?? []) {
    unwrap(fits(at + piece.byteLength - offset, chunkBytes));
    receipt = unwrap(manifests.putChunk(campaignId, uploadId, at, piece));
    at += piece.byteLength;
  }
  return receipt;
}

function fits(bytes: number, most: number) {
  if (bytes <= most) return { ok: true, value: bytes } as const;
  return { ok: false, code: 'too-large', message: `A chunk has at most ${most} bytes.` } as const;
}
