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

describe('batches of streams', () => {
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

  it('have one face a bridge, so that what depends on it is not made anew', () => {
    const { api } = createFakeBridge();
    expect(withReadBatches(api)).toBe(withReadBatches(api));
  });
});
