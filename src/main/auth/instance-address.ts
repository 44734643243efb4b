import { FailureError } from '../../shared/models/failure.ts';

/** The hosts behind an instance, as far as they follow from what the operator typed. */
export interface InstanceAddress {
  /** Origin of the API, no slash at the end. */
  readonly apiUrl: string;
  readonly issuer: string;
}

export interface AddressOptions {
  /** Lets plain http through on a literal loopback address: for the embedded demo instance and tests, nothing else. */
  readonly allowLoopback?: boolean;
}

const REALM_PATH = '/realms/dial-ai';
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/**
 * From an instance name (`acme`) or any URL of it to its hosts by the documented pattern: `https://acme.dialai.ca` and
 * `https://auth.acme.dialai.ca/realms/dial-ai`. A host of another domain is taken as it is, with `auth.` before it.
 *
 * @throws FailureError `invalid`, reason `instance-name`, `not-https` or `credentials-in-url`
 */
export function resolveInstance(text: string, options: AddressOptions = {}): InstanceAddress {
  const typed = text.trim();
  const lower = typed.toLowerCase();
  if (NAME.test(lower)) return addressOf(`${lower}.dialai.ca`);
  // `acme.dialai.ca/live` is meant as a URL, `127.0.0.1:8080` too.
  const url = checkUrl(/^[a-z][a-z0-9+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`, 'instance', options);
  if (isLoopback(url.hostname)) return { apiUrl: url.origin, issuer: `${url.origin}${REALM_PATH}` };
  if (!url.hostname.includes('.') || url.hostname.endsWith('.')) throw instanceNameFailure();
  return addressOf(url.host);
}

/**
 * Checks one address that settings hold.
 *
 * @param field its name, for the failure
 * @returns the parsed URL
 * @throws FailureError `invalid`, reason `instance-name`, `not-https` or `credentials-in-url`
 */
export function checkUrl(text: string, field: string, options: AddressOptions = {}): URL {
  if (!URL.canParse(text) || /[\s\\]/u.test(text)) throw instanceNameFailure(field);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    throw new FailureError('invalid', 'An address must not contain a user name or password', {
      reason: 'credentials-in-url',
      field,
    });
  }
  if (!isPermitted(url, options)) {
    throw new FailureError('invalid', 'Only https addresses are used', { reason: 'not-https', field });
  }
  if (url.hostname === '') throw instanceNameFailure(field);
  return url;
}

/** https, or on request http on a literal loopback address (never the name `localhost`, which can be redirected). */
export function isPermitted(url: URL, { allowLoopback = false }: AddressOptions): boolean {
  return url.protocol === 'https:' || (allowLoopback && url.protocol === 'http:' && isLoopback(url.hostname));
}

function isLoopback(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === '[::1]';
}

function addressOf(host: string): InstanceAddress {
  const api = host.startsWith('auth.') ? host.slice('auth.'.length) : host;
  // A number is no domain that could have `auth.` before it.
  const identity = /^[\d.]+(?::\d+)?$/u.test(api) ? api : `auth.${api}`;
  const address = { apiUrl: `https://${api}`, issuer: `https://${identity}${REALM_PATH}` };
  if (!URL.canParse(address.apiUrl) || !URL.canParse(address.issuer)) throw instanceNameFailure();
  return address;
}

function instanceNameFailure(field = 'instance'): FailureError {
  return new FailureError('invalid', 'This is neither an instance name nor its address', {
    reason: 'instance-name',
    field,
  });
}
