/**
 * What the Swagger page runs: code flow with S256, token exchange for the chosen tenant, then the document in Swagger UI
 * or, without it, as a list. Tokens stay in this page's memory.
 */
export const swaggerScript = `
const realm = location.origin + '/realms/dial-ai/protocol/openid-connect';
const client = 'dialai-console';
const redirect = location.origin + '/api/swagger';
const at = (id) => document.getElementById(id);
const say = (text) => { at('state').textContent = text; };
const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function signIn() {
  const verifier = random();
  const state = random();
  sessionStorage.setItem('swagger-sign-in', JSON.stringify({ verifier, state }));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    client_id: client, redirect_uri: redirect, response_type: 'code', scope: 'openid profile', state,
    code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: 'S256',
  });
  location.assign(realm + '/auth?' + query);
}

async function token(form) {
  const response = await fetch(realm + '/token', { method: 'POST', body: new URLSearchParams({ client_id: client, ...form }) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error_description || answer.error);
  return answer.access_token;
}

async function get(path, bearer) {
  const response = await fetch(path, { headers: { authorization: 'Bearer ' + bearer } });
  if (!response.ok) throw new Error(path + ' answered ' + response.status);
  return response.json();
}

function list(spec) {
  const rows = Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, operation]) => verb.toUpperCase() + ' ' + path + ' - ' + operation.operationId + ': ' + (operation.summary || '')));
  at('document').replaceChildren(...rows.map((row) => Object.assign(document.createElement('p'), { textContent: row })));
}

async function show(userToken, tenant) {
  const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
  const type = 'urn:ietf:params:oauth:token-type:access_token';
  const bearer = tenant
    ? await token({ grant_type: exchange, subject_token: userToken, subject_token_type: type, audience: tenant })
    : userToken;
  const spec = await get('/api/swagger/openapi.json', bearer);
  say(spec.info.title + ' ' + spec.info.version + ' (OpenAPI ' + spec.openapi + ')');
  if (!window.SwaggerUIBundle) return list(spec);
  window.SwaggerUIBundle({
    spec, dom_id: '#document', deepLinking: false,
    requestInterceptor: (request) => { request.headers.authorization = 'Bearer ' + bearer; return request; },
  });
}

async function finishSignIn(answer) {
  const kept = JSON.parse(sessionStorage.getItem('swagger-sign-in') || '{}');
  sessionStorage.removeItem('swagger-sign-in');
  history.replaceState(null, '', redirect);
  if (!kept.state || answer.get('state') !== kept.state) return say('The sign-in does not belong to this page: start again.');
  if (answer.get('error')) return say('Not signed in: ' + answer.get('error'));
  const userToken = await token({
    grant_type: 'authorization_code', code: answer.get('code'), redirect_uri: redirect, code_verifier: kept.verifier,
  });
  const tenants = await get('/api/v1/tenants', userToken).catch(() => ({ items: [] }));
  const select = at('tenant');
  select.replaceChildren(...tenants.items.map((each) => new Option(each.name, each.slug)));
  select.hidden = tenants.items.length === 0;
  const update = () => show(userToken, select.value).catch((cause) => say(String(cause.message)));
  select.addEventListener('change', update);
  at('sign-in').hidden = true;
  await update();
}

at('sign-in').addEventListener('click', signIn);
const answer = new URLSearchParams(location.search);
if (answer.has('state')) finishSignIn(answer).catch((cause) => say(String(cause.message)));
`;
