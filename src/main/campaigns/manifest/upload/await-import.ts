import type { ManifestUpload } from '../../../../shared/models/manifest-upload.ts';

/** Milliseconds between two looks at an instance that takes a manifest in. */
const LOOK_MS = [300, 500, 1_000, 2_000];
/** Looks in a row that may fail before the operator has to say that it should go on. */
const MOST_FAILURES = 10;

export interface ImportLooks {
  read(): Promise<ManifestUpload>;
  /** Rejects when it is stopped meanwhile. */
  sleep(ms: number): Promise<void>;
  stopped(): boolean;
  /** Told what the instance says while it still reads. */
  under(upload: ManifestUpload): void;
}

/** Looks until the instance has read a manifest. @returns what came of it @throws FailureError */
export async function awaitImport({ read, sleep, stopped, under }: ImportLooks): Promise<ManifestUpload> {
  let failures = 0;
  for (let look = 0; ; look += 1) {
    const upload = await read().catch((thrown: unknown) => {
      failures += 1;
      if (failures > MOST_FAILURES || stopped()) throw thrown;
      return undefined;
    });
    if (upload !== undefined) {
      failures = 0;
      if (upload.state !== 'processing' && upload.state !== 'receiving') return upload;
      under(upload);
    }
    await sleep(LOOK_MS[Math.min(look, LOOK_MS.length - 1)] ?? 1_000);
  }
}
