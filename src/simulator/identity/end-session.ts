import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';
import { escapeHtml, type PageLanguage, page } from './html-page.ts';
import { loopbackUrl } from './loopback-url.ts';
import { endGrant } from './oidc-adapter.ts';
import type { RealmOptions } from './realm-options.ts';
import { words } from './sign-in-words.ts';

const hintSchema = z.object({ grant_id: z.string() });

/**
 * RP-initiated logout with an `id_token_hint`, as Keycloak does it: the session and its tokens end without a question,
 * from a browser or from the client itself.
 *
 * @param params of the query or the form
 * @returns undefined when there is no valid hint, so that the caller asks the person instead
 */
export async function endSessionByHint(
  options: RealmOptions,
  params: URLSearchParams,
  language: PageLanguage,
): Promise<Response | undefined> {
  const hint = params.get('id_token_hint');
  const grantId = hint === null ? undefined : await grantBehind(options, hint);
  if (grantId === undefined) return undefined;
  endGrant(options.state, grantId);
  const target = loopbackUrl(params.get('post_logout_redirect_uri') ?? '');
  if (target) {
    const state = params.get('state');
    if (state !== null) target.searchParams.set('state', state);
    return new Response(null, { status: 303, headers: { location: target.href } });
  }
  const text = words[language];
  return page({ title: text.signedOut, language, body: `<h1>${escapeHtml(text.signedOut)}</h1>` });
}

async function grantBehind(options: RealmOptions, hint: string): Promise<string | undefined> {
  try {
    // An expired id token is still a good hint (RP-Initiated Logout 1.0, section 4): check it as of its own time.
    const currentDate = new Date((decodeJwt(hint).iat ?? 0) * 1000);
    const keys = createLocalJWKSet({ keys: [options.key.publicJwk] });
    const { payload } = await jwtVerify(hint, keys, { issuer: options.issuer, currentDate });
    return hintSchema.parse(payload).grant_id;
  } catch {
    return undefined;
  }
}
