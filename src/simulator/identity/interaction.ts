import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type InteractionResults, type Provider } from 'oidc-provider';
import { readForm, sendResponse } from '../http/node-http.ts';
import type { UserInfo } from '../world/world-port.ts';
import { chooseLanguage, type PageLanguage } from './html-page.ts';
import { realmPath } from './realm-options.ts';
import { consentPage, expiredPage, signInPage } from './sign-in-page.ts';

export interface InteractionDesk {
  readonly provider: Provider;
  readonly users: readonly UserInfo[];
}

/**
 * The person's side of the code flow: `GET <uid>` shows the page; `POST <uid>/login`, `/consent` and `/deny` answer it.
 * Plain forms and cookies, so that an agent without a browser can do it too.
 */
export async function answerInteraction(
  desk: InteractionDesk,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const preferred = chooseLanguage(url.searchParams.get('ui_locales'), request.headers['accept-language']);
  const details = await interactionDetails(desk.provider, request, response);
  if (!details) return sendResponse(response, expiredPage(preferred));
  const asked = details.params['ui_locales'];
  const language = chooseLanguage(
    url.searchParams.get('ui_locales'),
    typeof asked === 'string' ? asked : '',
    preferred,
  );
  const action = `${realmPath}/interaction/${details.uid}`;
  if (request.method !== 'POST') {
    return sendResponse(response, firstPage(desk, details.prompt.name, action, language));
  }
  const form = await readForm(request);
  const step = url.pathname.slice(action.length);
  const result = resultOf(desk, step, form);
  if (result) return desk.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  const unknownEmail = form.get('account') ?? '';
  return sendResponse(response, signInPage({ language, users: desk.users, action, unknownEmail }));
}

function firstPage(desk: InteractionDesk, prompt: string, action: string, language: PageLanguage): Response {
  if (prompt === 'consent') return consentPage(action, language);
  return signInPage({ language, users: desk.users, action });
}

async function interactionDetails(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  try {
    return await provider.interactionDetails(request, response);
  } catch (cause) {
    if (cause instanceof errors.SessionNotFound) return undefined;
    throw cause;
  }
}

function resultOf(desk: InteractionDesk, step: string, form: URLSearchParams): InteractionResults | undefined {
  if (step === '/deny') {
    return { error: 'access_denied', error_description: 'the person did not sign in' };
  }
  if (step === '/consent') return { consent: {} };
  if (step !== '/login') return undefined;
  const email = (form.get('account') ?? '').trim().toLowerCase();
  const user = desk.users.find((each) => each.signIn && each.email.toLowerCase() === email);
  return user && { login: { accountId: user.id, remember: true } };
}
