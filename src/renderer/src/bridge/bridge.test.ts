import { afterEach, describe, expect, it } from 'vitest';
import type { SessionState } from '../../../shared/models/session.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { failed } from '../../testing/fake-envelopes.ts';
import * as states from '../../testing/fake-states.ts';
import { call } from './bridge.ts';
import { BridgeFailure, failureOf } from './failure.ts';
import { createLatestStore } from './stream.ts';

afterEach(() => {
  globalThis.dialai = undefined;
});

describe('call', () => {
  it('takes the value out of its envelope and throws a failure with its detail', async () => {
    const fake = createFakeBridge();
    globalThis.dialai = fake.api;
    expect(await call((api) => api.app.info())).toEqual(states.appInfo);
    fake.api.app.info = async () => failed('forbidden', { requiredScope: 'read' });
    const thrown = await call((api) => api.app.info()).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(BridgeFailure);
    expect(failureOf(thrown)).toMatchObject({ code: 'forbidden', detail: { requiredScope: 'read' } });
  });

  it('says so when the page was opened outside of the console', async () => {
    await expect(call((api) => api.app.info())).rejects.toThrow('opened outside');
  });
});

describe('a store of the latest state', () => {
  it('opens once for all subscribers, closes with the last, and keeps the value through a failure', async () => {
    const fake = createFakeBridge();
    globalThis.dialai = fake.api;
    const store = createLatestStore<SessionState>((api, on) => api.session.state(undefined, on));
    const leaveFirst = store.subscribe(() => undefined);
    const leaveSecond = store.subscribe(() => undefined);
    expect(fake.topics.session.subscribers()).toBe(1);
    await Promise.resolve();
    expect(store.getSnapshot().value?.kind).toBe('signed-in');
    fake.topics.session.fail({ code: 'internal', message: 'x' });
    expect(store.getSnapshot()).toMatchObject({ value: { kind: 'signed-in' }, failure: { code: 'internal' } });
    fake.setSession(states.signedOut);
    expect(store.getSnapshot()).toEqual({ value: states.signedOut });
    leaveFirst();
    expect(fake.topics.session.subscribers()).toBe(1);
    leaveSecond();
    expect(fake.topics.session.subscribers()).toBe(0);
  });
});
