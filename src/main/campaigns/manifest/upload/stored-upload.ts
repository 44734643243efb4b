import { readUploadIndex } from '../desk/diff.ts';
import { openSealedFile } from '../source/sealed-file.ts';
import type { UploadDeps } from './upload-run.ts';
import type { UploadStore } from './upload-store.ts';

/** How an upload reads what was stored of it, sealed with keys of its own. */
export function readingFrom(store: UploadStore): Pick<UploadDeps, 'openContent' | 'sentRows'> {
  return {
    openContent: ({ id, contentKey }) => openSealedFile(store.contentPath(id), Buffer.from(contentKey, 'base64')),
    async sentRows({ id, indexKey, firstRow }) {
      const source = await openSealedFile(store.indexPath(id), Buffer.from(indexKey, 'base64'));
      try {
        return { ...(await readUploadIndex(source)), firstRow };
      } finally {
        await source.close();
      }
    },
  };
}
