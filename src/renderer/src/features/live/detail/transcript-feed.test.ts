import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Envelope } from '../../../../../shared/ipc/envelope.ts';
import type { TranscriptBatch } from '../../../../../shared/ipc/live-batches.ts';
import { createFakeBridge } from '../../../../testing/fake-bridge.ts';
import { claim, createTranscriptFeed, feedFor, openAhead } from './transcript-feed.ts';

type OnBatch = (batch: Envelope<TranscriptBatch>) => void;
let opened: { readonly id: string; readonly on: OnBatch; closed: boolean }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  const { api } = createFakeBridge();
  const transcript = ({ id }: { readonly id: string }, on: OnBatch) => {
    const stream = { id, on, closed: false };
    opened.push(stream);
    return () => {
      stream.closed = true;
    };
  };
  globalThis.dialai = { ...api, live: { ...api.live, transcript } };
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  globalThis.dialai = undefined;
});

const streams = () => opened.map(({ id, closed }) => `${id} ${closed ? 'closed' : 'open'}`);

it('asks before the panel is there, and the panel goes on with the same stream', () => {
  openAhead('northwind', 'c-1');
  const feed = feedFor('northwind', 'c-1');
  expect(feedFor('northwind', 'c-1')).toBe(feed);
  claim(feed);
  feed.open();
  vi.advanceTimersByTime(60_000);
  expect(streams()).toEqual(['c-1 open']);
  feed.close();
  expect(streams()).toEqual(['c-1 closed']);
});

it('closes what no panel came for, and what another was opened after', () => {
  openAhead('northwind', 'c-1');
  openAhead('northwind', 'c-2');
  expect(streams()).toEqual(['c-1 closed', 'c-2 open']);
  vi.advanceTimersByTime(5_000);
  expect(streams()).toEqual(['c-1 closed', 'c-2 closed']);
  const late = feedFor('northwind', 'c-2');
  late.open();
  expect(streams().at(-1)).toBe('c-2 open');
  late.close();
});

it.each([
  ['another conversation', 'northwind', 'c-2'],
  ['another tenant', 'southwind', 'c-1'],
])('gives nothing of one conversation to %s', (_which, tenant, id) => {
  openAhead('northwind', 'c-1');
  feedFor(tenant, id).open();
  expect(opened.map((stream) => stream.id)).toEqual(['c-1', id]);
});

it('still tells the failure that came before the panel did, until the stream is opened anew', () => {
  openAhead('northwind', 'c-1');
  opened[0]?.on({ ok: false, failure: { code: 'forbidden', message: 'No' } });
  const feed = feedFor('northwind', 'c-1');
  claim(feed);
  feed.open();
  expect(feed.failure()?.code).toBe('forbidden');
  feed.close();
  feed.open();
  expect(feed.failure()).toBeUndefined();
  feed.close();
});

it('keeps what was read when the stream fails', () => {
  const feed = createTranscriptFeed('northwind', 'c-1');
  feed.open();
  opened[0]?.on({ ok: true, value: { kind: 'gone' } });
  opened[0]?.on({ ok: false, failure: { code: 'offline', message: 'No' } });
  expect(feed.store.get().state).toBe('gone');
  expect(feed.failure()?.code).toBe('offline');
  feed.close();
});
