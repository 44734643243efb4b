import { describe, expect, it } from 'vitest';
import { networkFailure, readNetworkError } from './network-failure.ts';

const caused = (code: string, more: object = {}) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code, ...more }) });

describe('readNetworkError', () => {
  it.each([
    [caused('ENOTFOUND'), 'host-not-found', true],
    [caused('EAI_AGAIN'), 'host-not-found', true],
    [caused('ECONNREFUSED'), 'refused', true],
    [
      new TypeError('fetch failed', {
        cause: new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]),
      }),
      'refused',
      true,
    ],
    [caused('UND_ERR_CONNECT_TIMEOUT'), 'unreachable', true],
    [caused('ETIMEDOUT', { syscall: 'connect' }), 'unreachable', true],
    [caused('ETIMEDOUT', { syscall: 'read' }), 'connection-lost', false],
    [caused('CERT_HAS_EXPIRED'), 'tls', true],
    [caused('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls', true],
    [caused('EPROTO'), 'tls', false],
    [caused('ECONNRESET'), 'connection-lost', false],
    [caused('UND_ERR_SOCKET'), 'connection-lost', false],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'host-not-found', true],
    [new Error('net::ERR_CONNECTION_TIMED_OUT'), 'unreachable', true],
    [new Error('net::ERR_CONNECTION_RESET'), 'connection-lost', false],
    ['anything', 'connection-lost', false],
  ])('reads %o', (thrown, reason, unsent) => {
    expect(readNetworkError(thrown)).toEqual({ reason, unsent });
  });
});

describe('networkFailure', () => {
  it('leaves a write in doubt unless it surely never left, and holds no text of the cause', () => {
    const write = { write: true, label: 'conversations.reply', host: 'acme.example' };
    expect(networkFailure(caused('ECONNRESET'), write, false).failure.code).toBe('unknown-outcome');
    expect(networkFailure(caused('ECONNREFUSED'), write, true).failure).toMatchObject({
      code: 'unknown-outcome',
      detail: { reason: 'time-out' },
    });
    const failure = networkFailure(caused('ECONNREFUSED'), write, false);
    expect(failure.failure.code).toBe('offline');
    expect(failure.cause).toBeUndefined();
    expect(networkFailure(caused('ECONNRESET'), { ...write, write: false }, false).failure.code).toBe('offline');
  });
});
