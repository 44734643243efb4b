import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from '../api/api-error.ts';
import { sendResponse } from '../http/node-http.ts';
import type { NodeHandler } from '../identity/realm-handler.ts';
import { protocolPath, realmPath } from '../identity/realm-options.ts';
import type { FaultBook } from './fault-book.ts';
import { refuse, take } from './http-faults.ts';

const operations: Readonly<Record<string, string>> = {
  [`${realmPath}/.well-known/openid-configuration`]: 'identity.discovery',
  [`${protocolPath}/auth`]: 'identity.authorization',
  [`${protocolPath}/token`]: 'identity.token',
  [`${protocolPath}/certs`]: 'identity.certs',
  [`${protocolPath}/revoke`]: 'identity.revocation',
  [`${protocolPath}/logout`]: 'identity.logout',
  [`${protocolPath}/userinfo`]: 'identity.userinfo',
};

/**
 * Runs a request of the realm with the faults that are set for it. Faults without an operation concern the API alone,
 * so that one can break every call and still sign in.
 */
export async function answerWithFaults(
  faults: FaultBook,
  handle: NodeHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').replace(/\?.*$/s, '');
  const operation = operations[path];
  if (operation === undefined) return handle(request, response);
  const named = onlyNamed(faults);
  const slow = take(named, 'slow-reply', operation);
  if (slow) await wait(slow.rule.delayMs);
  const refusal = refusalOf(named, operation);
  if (refusal) return sendResponse(response, refusal);
  if (operation === 'identity.discovery' && faults.matching('no-pkce', operation).length > 0) {
    dropFromDiscovery(response, 'code_challenge_methods_supported');
  }
  if (take(named, 'wrong-content-type', operation)) {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return sendResponse(response, new Response('<!doctype html><title>Gateway</title>', { headers }));
  }
  if (take(named, 'truncated-json', operation)) {
    return sendResponse(response, new Response('{"iss', { headers: { 'content-type': 'application/json' } }));
  }
  return handle(request, response);
}

function onlyNamed(faults: FaultBook): FaultBook {
  return {
    ...faults,
    matching: (kind, operation) => {
      return faults.matching(kind, operation).filter(({ rule }) => rule.operation !== undefined);
    },
  };
}

function refusalOf(faults: FaultBook, operation: string): Response | undefined {
  try {
    refuse(faults, operation);
    return undefined;
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    return Response.json(cause.body(), { status: cause.status, headers: cause.headers() });
  }
}

/** Takes one member out of the discovery document on its way to the client. */
function dropFromDiscovery(response: ServerResponse, member: string): void {
  const end = response.end.bind(response);
  const rewritten = (chunk: unknown) => {
    const document: unknown = JSON.parse(String(chunk));
    const kept = Object.entries(Object(document)).filter(([name]) => name !== member);
    const text = JSON.stringify(Object.fromEntries(kept));
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text);
  };
  Object.defineProperty(response, 'end', { value: rewritten });
}
