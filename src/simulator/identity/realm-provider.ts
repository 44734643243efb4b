import { hkdfSync } from 'node:crypto';
import { type ClientMetadata, type Configuration, interactionPolicy, Provider } from 'oidc-provider';
import { userAudience } from './access-token.ts';
import { loopbackUrl } from './loopback-url.ts';
import { adapterOver } from './oidc-adapter.ts';
import { askToSignOut, showRefusal, showSignedOut } from './provider-pages.ts';
import { accountResource, clientId, type RealmOptions, realmPath } from './realm-options.ts';
import { exchangeGrantType, exchangeParameters, tokenExchangeHandler } from './token-exchange.ts';

/** What a user's own token may tell; it opens no tenant. */
const accountScopes = 'openid profile email';
const sessionSeconds = 10 * 3600;

/**
 * The realm as an oidc-provider at Keycloak's paths: code flow with required S256 PKCE for one public client, rotated
 * refresh tokens whose reuse ends the grant, revocation, and RFC 8693 exchange.
 */
export function createRealmProvider(options: RealmOptions): Provider {
  const provider = new Provider(options.issuer, configuration(options));
  // RFC 8252 section 7.3: any loopback port. The realm allows any path too, as Keycloak does with `http://127.0.0.1/*`.
  const prototype: { redirectUriAllowed(value: string): boolean } = provider.Client.prototype;
  prototype.redirectUriAllowed = (value) => loopbackUrl(value) !== undefined;
  provider.registerGrantType(exchangeGrantType, tokenExchangeHandler(options), exchangeParameters);
  options.issued.listen(provider);
  return provider;
}

function configuration(options: RealmOptions): Configuration {
  const { lifetimes, state } = options;
  const policy = interactionPolicy.base();
  // A native client would be asked for consent at every sign-in; Keycloak does not.
  policy.get('consent')?.checks.remove('native_client_prompt');
  return {
    adapter: adapterOver(state),
    clients: [consoleClient],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    jwks: { keys: [{ ...options.key.privateJwk }] },
    cookies: {
      keys: [Buffer.from(hkdfSync('sha256', state.seed, 'dialai-simulator', 'cookie key', 32)).toString('hex')],
    },
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    claims: {
      openid: ['sub', 'grant_id'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    expiresWithSession: () => false,
    issueRefreshToken: () => true,
    findAccount: (_ctx, id, token) => accountFor(options, id, token?.grantId),
    loadExistingGrant: async (ctx) => {
      // One grant a sign-in, so that signing out here leaves another device alone.
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session?.accountId });
      grant.addOIDCScope('openid profile email offline_access');
      grant.addResourceScope(accountResource, accountScopes);
      await grant.save();
      return grant;
    },
    interactions: { policy, url: (_ctx, interaction) => `${realmPath}/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      // Its own user info reads only opaque tokens; ours are JWTs, so user-info.ts answers instead.
      userinfo: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: true, logoutSource: askToSignOut, postLogoutSuccessSource: showSignedOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => accountResource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: accountScopes,
          audience: userAudience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifetimes.access,
          jwt: { sign: { alg: 'ES256', kid: options.key.kid } },
        }),
      },
    },
    formats: { customizers: { jwt: (_ctx, token, parts) => addUserClaims(options, token, parts) } },
    // Only the Swagger page calls from a browser, and it is ours.
    clientBasedCORS: (_ctx, origin) => origin === options.baseUrl,
    renderError: showRefusal,
    discovery: { userinfo_endpoint: `${options.issuer}/protocol/openid-connect/userinfo` },
    routes: {
      authorization: '/protocol/openid-connect/auth',
      token: '/protocol/openid-connect/token',
      jwks: '/protocol/openid-connect/certs',
      revocation: '/protocol/openid-connect/revoke',
      end_session: '/protocol/openid-connect/logout',
    },
    ttl: {
      AccessToken: lifetimes.access,
      AuthorizationCode: 60,
      IdToken: lifetimes.access,
      RefreshToken: lifetimes.refresh,
      Grant: Math.max(lifetimes.refresh, lifetimes.access),
      Interaction: 600,
      Session: sessionSeconds,
    },
  };
}

const consoleClient: ClientMetadata = {
  client_id: clientId,
  client_name: 'Dialai Console',
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token', exchangeGrantType],
  response_types: ['code'],
  redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
};

function accountFor(options: RealmOptions, id: string, grantId: string | undefined) {
  const user = options.users.find((each) => each.id === id);
  if (!user) return undefined;
  return {
    accountId: id,
    claims: () => ({
      sub: id,
      name: user.name,
      preferred_username: user.email,
      email: user.email,
      email_verified: true,
      ...(grantId === undefined ? {} : { grant_id: grantId }),
    }),
  };
}

interface JwtParts {
  payload: Record<string, unknown>;
}

function addUserClaims(options: RealmOptions, token: object, parts: JwtParts): void {
  const accountId = 'accountId' in token ? token.accountId : undefined;
  const user = options.users.find((each) => each.id === accountId);
  parts.payload['azp'] = clientId;
  if ('grantId' in token) parts.payload['sid'] = token.grantId;
  if (user) Object.assign(parts.payload, { name: user.name, email: user.email });
}
