import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { readForm, sendResponse } from '../http/node-http.ts';
import { endSessionByHint } from './end-session.ts';
import { chooseLanguage } from './html-page.ts';
import { answerInteraction } from './interaction.ts';
import { protocolPath, type RealmOptions, realmPath } from './realm-options.ts';
import { createRealmProvider } from './realm-provider.ts';
import { answerUserInfo } from './user-info.ts';

const interactionPrefix = `${realmPath}/interaction/`;

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers every request below `/realms/dial-ai`. */
export function createRealmHandler(options: RealmOptions): NodeHandler {
  const provider = createRealmProvider(options);
  const providerCallback = provider.callback();
  const { host } = new URL(options.baseUrl);
  return async (request, response) => {
    // Endpoints are told by the issuer's host, whatever name the caller came by.
    request.headers.host = host;
    const url = new URL(request.url ?? '/', options.baseUrl);
    if (url.pathname.startsWith(interactionPrefix)) {
      return answerInteraction({ provider, users: options.users }, request, response, url);
    }
    if (url.pathname === `${protocolPath}/userinfo`) {
      return sendResponse(response, await answerUserInfo(options, request.headers.authorization));
    }
    if (url.pathname === `${protocolPath}/logout`) {
      const answer = await tryEndSession(options, request, url);
      if (answer) return sendResponse(response, answer);
    }
    await passToProvider(providerCallback, request, response);
  };
}

async function tryEndSession(options: RealmOptions, request: IncomingMessage, url: URL): Promise<Response | undefined> {
  const language = chooseLanguage(url.searchParams.get('ui_locales'), request.headers['accept-language']);
  if (request.method === 'GET') return endSessionByHint(options, url.searchParams, language);
  if (request.method !== 'POST') return undefined;
  // Reading the body takes it from the provider, so a POST without a hint is asked to come as GET.
  const params = await readForm(request);
  const answer = await endSessionByHint(options, params, language);
  return answer ?? new Response(null, { status: 303, headers: { location: `${protocolPath}/logout` } });
}

/** oidc-provider finds its mount path by comparing `originalUrl` with `url`, as Connect does it. */
function passToProvider(
  callback: ReturnType<Provider['callback']>,
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
): Promise<void> {
  const original = request.url ?? '/';
  request.originalUrl = original;
  request.url = original.slice(realmPath.length) || '/';
  return callback(request, response);
}
