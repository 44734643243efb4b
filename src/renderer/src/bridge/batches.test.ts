import { describe, expect, it, vi } from 'vitest';
import type { BridgeApi } from '../../../shared/ipc/contract.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { withReadBatches } from './batches.ts';

/** What the preload exposes: batches as main wrote them. */
function writtenBy(api: BridgeApi): BridgeApi {
  return {
    ...api,
    live: {
      ...api.live,
      rows: (input, onBatch) =>
        api.live.rows(input, (batch) => (onBatch as (text: unknown) => void)(JSON.stringify(batch))),
    },
  };
}

describe('batches of streams and long answers', () => {
  it('are read from text, and answers pass untouched', async () => {
    const fake = createFakeBridge();
    const api = withReadBatches(writtenBy(fake.api));
    const seen = vi.fn();
    const close = api.live.rows({ tenant: 'northwind' }, seen);
    await Promise.resolve();
    expect(seen).toHaveBeenCalledExactlyOnceWith({ ok: true, value: { kind: 'snapshot', rows: [] } });
    close();
    expect(await api.app.info()).toEqual(await fake.api.app.info());
  });

  it('are read from text where an answer is one, and a failure as well', async () => {
    const { api } = createFakeBridge();
    const page = { items: [], totalIsExact: true };
    const search = vi.fn().mockResolvedValueOnce(JSON.stringify({ ok: true, value: page }));
    const read = withReadBatches({ ...api, archive: { ...api.archive, search } });
    const asked = { tenant: 'northwind', query: { text: 'refund', filter: {} }, limit: 50 };
    expect(await read.archive.search(asked)).toEqual({ ok: true, value: page });
    expect(search).toHaveBeenCalledExactlyOnceWith(asked);
    search.mockResolvedValueOnce(JSON.stringify({ ok: false, failure: { code: 'offline', message: '' } }));
    expect(await read.archive.search(asked)).toMatchObject({ ok: false, failure: { code: 'offline' } });
  });

  it('have one face a bridge, so that what depends on it is not made anew', () => {
    const { api } = createFakeBridge();
    expect(withReadBatches(api)).toBe(withReadBatches(api));
  });
});
