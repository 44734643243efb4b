import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels } from '../../shared/ipc/channels.ts';
import { FailureError } from '../../shared/models/failure.ts';
import { entries, recordingHandlers } from '../testing/recording-handlers.ts';
import { admit, answer } from './answer.ts';
import type { SenderEvent } from './sender.ts';

const origins = ['app://console'];
const own: SenderEvent = { senderFrame: { url: 'app://console/index.html#/live', parent: null } };
const foreign: readonly (readonly [string, SenderEvent])[] = [
  ['a foreign origin', { senderFrame: { url: 'https://evil.example/', parent: null } }],
  ['a look-alike host', { senderFrame: { url: 'app://console.evil.example/', parent: null } }],
  ['credentials in the URL', { senderFrame: { url: 'app://user@console/', parent: null } }],
  ['a file', { senderFrame: { url: 'file:///etc/hosts', parent: null } }],
  ['no URL', { senderFrame: { url: '', parent: null } }],
  ['a sub-frame of our own', { senderFrame: { url: 'app://console/index.html', parent: {} } }],
  ['a destroyed frame', { senderFrame: { url: 'app://console/index.html', parent: null, isDestroyed: () => true } }],
  ['a frame that is gone', { senderFrame: null }],
];

describe('every entry of the contract', () => {
  it('is listed among the channels with the same kind', () => {
    const listed = Object.entries(channels).flatMap(([group, calls]) =>
      Object.entries(calls).map(([name, kind]) => [group, name, kind]),
    );
    expect(entries).toEqual(listed);
  });

  it.each(entries)('%s.%s refuses foreign senders and does not run', async (group, name, kind) => {
    for (const [who, event] of foreign) {
      const { handlers, reached } = recordingHandlers();
      const result = await answer(event, group, name, undefined, { handlers, origins, onDefect: () => undefined });
      expect(result, who).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
      expect(admit(event, group, name, undefined, [kind], origins), who).toMatchObject({ ok: false });
      expect(reached, who).toEqual([]);
    }
  });

  it.each(entries)('%s.%s answers junk with a failure, never a throw', async (group, name, kind) => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (junk) => {
        const { handlers, reached } = recordingHandlers();
        const admitted = admit(own, group, name, junk, [kind], origins);
        const result = await answer(own, group, name, junk, { handlers, origins, onDefect: () => undefined });
        if (kind === 'stream') expect(result).toMatchObject({ ok: false, failure: { code: 'invalid' } });
        else expect(reached.length).toBe(admitted.ok ? 1 : 0);
        if (!admitted.ok) expect(admitted.failure.code).toBe('invalid');
      }),
      { numRuns: 60 },
    );
  });
});

describe('answer', () => {
  const options = (handlers = recordingHandlers().handlers, onDefect = (): void => undefined) => ({
    handlers,
    origins,
    onDefect,
  });

  it.each([
    ['__proto__', 'toString'],
    ['app', '__proto__'],
    ['app', 'constructor'],
    ['nothing', 'info'],
    [{}, []],
    [undefined, null],
  ])('knows no call %s.%s', async (group, name) => {
    expect(await answer(own, group, name, undefined, options())).toMatchObject({
      ok: false,
      failure: { detail: { reason: 'unknown-call' } },
    });
  });

  it('hands a FailureError on as data and hides the text of any other error', async () => {
    const { handlers } = recordingHandlers();
    const failing = {
      ...handlers,
      app: {
        ...handlers.app,
        info: () => Promise.reject(new FailureError('offline', 'No network', { host: 'acme' })),
        screenReady: () => Promise.reject(new Error('holds +1 555 0100')),
      },
    };
    const defects: string[] = [];
    const with_ = { handlers: failing, origins, onDefect: (call: string) => defects.push(call) };
    expect(await answer(own, 'app', 'info', undefined, with_)).toEqual({
      ok: false,
      failure: { code: 'offline', message: 'No network', detail: { host: 'acme' } },
    });
    expect(await answer(own, 'app', 'screenReady', { screen: 'live' }, with_)).toEqual({
      ok: false,
      failure: { code: 'internal', message: 'Error' },
    });
    expect(defects).toEqual(['app.screenReady']);
  });
});
