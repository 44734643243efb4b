import { createDocumentCheck, type DocumentCheck } from './document-check.ts';
import { createSignInAgent } from './sign-in-agent.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A client whose every answer is checked against the served document. */
export interface CheckedClient {
  readonly check: DocumentCheck;
  readonly token: string;
  /**
   * @param body JSON, or bytes or a form as they are
   * @throws when the answer does not fit the document
   */
  call(verb: string, path: string, body?: object): Promise<Answer>;
}

/**
 * Signs a person in, exchanges for a tenant and fetches the document.
 *
 * @param tenant undefined keeps the user's own token
 */
export async function createCheckedClient(url: string, email: string, tenant?: string): Promise<CheckedClient> {
  const agent = createSignInAgent(url);
  const user = await agent.signIn(email);
  const token =
    tenant === undefined ? user.access_token : (await agent.exchange(user.access_token, tenant)).access_token;
  const authorization = `Bearer ${token}`;
  const served = await fetch(`${url}/api/swagger/openapi.json`, { headers: { authorization } });
  const check = createDocumentCheck(Object(await served.json()));
  return {
    check,
    token,
    async call(verb, path, body) {
      const response = await fetch(`${url}${path}`, {
        method: verb,
        headers: { authorization, ...contentType(body) },
        ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
      });
      const type = response.headers.get('content-type') ?? '';
      const answer = type.startsWith('application/json') ? await response.json() : await response.text();
      check.response(verb, path, response.status, type, answer);
      return { status: response.status, body: answer, headers: response.headers };
    },
  };
}

function isRaw(body: object): body is Uint8Array<ArrayBuffer> | FormData {
  return body instanceof Uint8Array || body instanceof FormData;
}

function contentType(body: object | undefined): Record<string, string> {
  // fetch writes a form's own, with its boundary.
  if (body === undefined || body instanceof FormData) return {};
  return { 'content-type': isRaw(body) ? 'application/octet-stream' : 'application/json' };
}
