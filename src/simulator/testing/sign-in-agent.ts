import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

export const tokenAnswer = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
  token_type: z.string(),
  expires_in: z.number(),
  scope: z.string().optional(),
  issued_token_type: z.string().optional(),
});
export type TokenAnswer = z.infer<typeof tokenAnswer>;

export const redirectUri = 'http://127.0.0.1:51789/callback';
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** A person and a client in one, without a browser: follows redirects by hand and keeps cookies. */
export interface SignInAgent {
  /** Walks the code flow up to the redirect back to the client. */
  authorize(email: string, extra?: Record<string, string>): Promise<{ redirect: URL; verifier: string }>;
  /** The whole code flow. */
  signIn(email: string): Promise<TokenAnswer>;
  /** Posts to the token endpoint and returns status and body. */
  token(form: Record<string, string>): Promise<{ status: number; body: unknown }>;
  /** The tenant token for one user token. */
  exchange(userToken: string, tenant: string): Promise<TokenAnswer>;
}

/** Makes an agent for the realm of one simulator. */
export function createSignInAgent(baseUrl: string): SignInAgent {
  const endpoint = `${baseUrl}/realms/dial-ai/protocol/openid-connect`;
  const cookies = new Map<string, string>();

  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };

  /** Follows redirects until a page or the client's own address. */
  const follow = async (response: Response, from: string): Promise<{ url: string; response: Response }> => {
    const location = response.headers.get('location');
    if (location === null) return { url: from, response };
    const next = new URL(location, from).href;
    if (next.startsWith(redirectUri)) return { url: next, response };
    return follow(await visit(next), next);
  };

  const agent: SignInAgent = {
    async authorize(email, extra = {}) {
      const verifier = randomBytes(32).toString('base64url');
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const query = new URLSearchParams({
        client_id: 'dialai-console',
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid profile email offline_access',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        state: 'st',
        nonce: 'no',
        ...extra,
      });
      const start = `${endpoint}/auth?${query}`;
      const first = await follow(await visit(start), start);
      if (first.url.startsWith(redirectUri)) return { redirect: new URL(first.url), verifier };
      if (!first.response.ok) throw new Error(`sign-in page answered ${first.response.status}`);
      const step = email === '' ? 'deny' : 'login';
      const answer = await visit(`${first.url}/${step}`, {
        method: 'POST',
        body: new URLSearchParams({ account: email }),
      });
      const last = await follow(answer, first.url);
      if (!last.url.startsWith(redirectUri)) throw new Error(`sign-in ended at a page with ${last.response.status}`);
      return { redirect: new URL(last.url), verifier };
    },
    async signIn(email) {
      const { redirect, verifier } = await agent.authorize(email);
      const code = redirect.searchParams.get('code');
      if (code === null) throw new Error(`no code but ${redirect.searchParams.get('error')}`);
      const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
      return tokenAnswer.parse((await agent.token(form)).body);
    },
    async token(form) {
      const body = new URLSearchParams({ client_id: 'dialai-console', ...form });
      const response = await fetch(`${endpoint}/token`, { method: 'POST', body });
      return { status: response.status, body: await response.json() };
    },
    async exchange(userToken, tenant) {
      const { body } = await agent.token(exchangeForm(userToken, tenant));
      return tokenAnswer.parse(body);
    },
  };
  return agent;
}

/** The RFC 8693 form that the console sends. */
export function exchangeForm(userToken: string, tenant: string): Record<string, string> {
  return {
    grant_type: exchangeGrant,
    subject_token: userToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    audience: tenant,
  };
}
