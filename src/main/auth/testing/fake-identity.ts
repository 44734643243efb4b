import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Clock } from '../../storage/clock.ts';

export const ISSUER = 'https://auth.acme.dialai.ca/realms/dial-ai';

type Answer = (form: URLSearchParams) => Response | Promise<Response> | undefined;

/**
 * An identity server without sockets: the parts of OAuth that the console uses, strict about PKCE, with rotation and
 * everything recorded. A test changes its behaviour by `answerWith` and `discovery`.
 */
export class FakeIdentity {
  readonly clock: Clock;
  /** Every request in order, `<path end> <grant>`. */
  readonly requests: string[] = [];
  readonly issuedSecrets: string[] = [];
  readonly revoked: string[] = [];
  readonly endedSessions: string[] = [];
  discovery: Record<string, unknown> = {};
  idTokenClaims: Record<string, unknown> = {};
  accessLife = 300;
  tenantLife = 300;
  /** Asked before the usual behaviour at the token endpoint; undefined lets it through. */
  answerWith: Answer = () => undefined;
  /** Thrown instead of any answer, as when the network is away. */
  down: Error | undefined;
  #keys: Awaited<ReturnType<typeof generateKeyPair>> | undefined;
  #codes = new Map<string, URL>();
  #refresh: string | undefined;
  #count = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** What the system browser does: signs in without a question and gives the redirect's address. */
  authorize(url: string, changes: Record<string, string | undefined> = {}): string {
    const asked = new URL(url);
    const code = this.#secret('code');
    this.#codes.set(code, asked);
    const redirect = new URL(asked.searchParams.get('redirect_uri') ?? '');
    const parameters = { code, state: asked.searchParams.get('state') ?? '', iss: ISSUER, ...changes };
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) redirect.searchParams.set(name, value);
    }
    return redirect.href;
  }

  readonly fetch = async (input: string, init?: RequestInit): Promise<Response> => {
    const url = new URL(input);
    const form = new URLSearchParams(init?.body instanceof URLSearchParams ? init.body : '');
    this.requests.push(`${url.pathname.split('/').at(-1)} ${form.get('grant_type')?.split(':').at(-1) ?? ''}`.trim());
    if (this.down !== undefined) throw this.down;
    if (init?.signal?.aborted) throw init.signal.reason;
    switch (url.pathname.slice('/realms/dial-ai/'.length)) {
      case '.well-known/openid-configuration':
        return this.#json(this.#metadata());
      case 'certs':
        return this.#json({ keys: [{ ...(await exportJWK((await this.#key()).publicKey)), kid: 'k', alg: 'ES256' }] });
      case 'token':
        return (await this.answerWith(form)) ?? (await this.#token(form));
      case 'revoke':
        this.revoked.push(form.get('token') ?? '');
        return new Response(null, { status: 200 });
      case 'logout':
        this.endedSessions.push(form.get('id_token_hint') ?? '');
        return new Response(null, { status: 200 });
      default:
        return new Response('<html>', { status: 404, headers: { 'content-type': 'text/html' } });
    }
  };

  /** A refusal as RFC 6749 section 5.2 shapes it. */
  refusal(error: string, status = 400): Response {
    return this.#json({ error, error_description: `because of ${error}` }, status);
  }

  async jwt(claims: Record<string, unknown>): Promise<string> {
    this.#count += 1;
    const token = await new SignJWT({ jti: String(this.#count), ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign((await this.#key()).privateKey);
    this.issuedSecrets.push(token);
    return token;
  }

  async #token(form: URLSearchParams): Promise<Response> {
    const now = Math.floor(this.clock.now() / 1000);
    switch (form.get('grant_type')) {
      case 'authorization_code': {
        const asked = this.#codes.get(form.get('code') ?? '');
        this.#codes.delete(form.get('code') ?? '');
        if (asked === undefined || !this.#proves(asked, form)) return this.refusal('invalid_grant');
        const nonce = asked.searchParams.get('nonce');
        const who = { sub: 'u-1', name: 'Avery Tremblay', email: 'avery@example.test' };
        const id = {
          iss: ISSUER,
          aud: 'dialai-console',
          iat: now,
          exp: now + 60,
          nonce,
          ...who,
          ...this.idTokenClaims,
        };
        return this.#json({ ...(await this.#userTokens(now)), id_token: await this.jwt(id) });
      }
      case 'refresh_token':
        if (form.get('refresh_token') !== this.#refresh) return this.refusal('invalid_grant');
        return this.#json(await this.#userTokens(now));
      default: {
        const aud = form.get('audience');
        const access_token = await this.jwt({ iss: ISSUER, sub: 'u-1', aud, exp: now + this.tenantLife });
        return this.#json({ access_token, token_type: 'Bearer', expires_in: this.tenantLife, scope: `${aud}:read` });
      }
    }
  }

  async #userTokens(now: number): Promise<Record<string, unknown>> {
    this.#refresh = this.#secret('refresh');
    const access_token = await this.jwt({ iss: ISSUER, sub: 'u-1', aud: 'account', exp: now + this.accessLife });
    return { access_token, token_type: 'Bearer', expires_in: this.accessLife, refresh_token: this.#refresh };
  }

  #proves(asked: URL, form: URLSearchParams): boolean {
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    return (
      asked.searchParams.get('code_challenge_method') === 'S256' &&
      asked.searchParams.get('code_challenge') === challenge &&
      asked.searchParams.get('redirect_uri') === form.get('redirect_uri')
    );
  }

  #metadata(): Record<string, unknown> {
    return {
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/auth`,
      token_endpoint: `${ISSUER}/token`,
      jwks_uri: `${ISSUER}/certs`,
      revocation_endpoint: `${ISSUER}/revoke`,
      end_session_endpoint: `${ISSUER}/logout`,
      code_challenge_methods_supported: ['plain', 'S256'],
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
      ...this.discovery,
    };
  }

  #json(body: unknown, status = 200): Response {
    const headers = { 'content-type': 'application/json', date: new Date(this.clock.now()).toUTCString() };
    return new Response(JSON.stringify(body), { status, headers });
  }

  #secret(kind: string): string {
    this.#count += 1;
    const secret = `${kind}-${this.#count}-kP3xZQ7aW0vN2bT8yJcR5mLhD1sGfUeXoIqA6nV9wE`;
    this.issuedSecrets.push(secret);
    return secret;
  }

  async #key() {
    this.#keys ??= await generateKeyPair('ES256', { extractable: true });
    return this.#keys;
  }
}
