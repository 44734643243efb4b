import type { ManifestCalls } from './campaign-api.ts';
import { body, type CampaignCaller } from './campaign-caller.ts';
import { UPLOAD_SHAPE } from './campaign-shapes.ts';
import { decodeManifest, decodeManifestAnswer, decodeReceived, decodeRowError } from './decode-manifest.ts';

/** Uploading manifests: chunk by chunk, worked through by the instance, reversible for a while. */
export function manifestCalls(api: CampaignCaller): ManifestCalls {
  const names = ['manifests', 'uploads'];
  return {
    create: (id, start) => api.read('manifests.create', { id, ...body(UPLOAD_SHAPE, start) }, decodeManifestAnswer),
    async putChunk(owner, id, offset, bytes, signal) {
      const answer = await api.call(
        'manifests.putChunk',
        { owner, id, bytes, filters: { offset: String(offset) } },
        signal,
      );
      return decodeReceived(answer);
    },
    get: (owner, id, signal) => api.read('manifests.get', { owner, id }, decodeManifestAnswer, signal),
    async complete(owner, id) {
      return decodeManifestAnswer(await api.call('manifests.complete', { owner, id }));
    },
    async cancel(owner, id) {
      await api.call('manifests.cancel', { owner, id });
    },
    list: (id, signal) => api.list('manifests.list', { inputs: { id }, names, decode: decodeManifest }, signal),
    errors: (owner, id, page) =>
      api.page('manifests.errors', { inputs: { owner, id }, names: ['errors', 'rows'], decode: decodeRowError }, page),
  };
}
