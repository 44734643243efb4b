import { type FailureCode, type FailureDetail, FailureError } from '../../../shared/models/failure.ts';
import { instantOf } from '../decode/instant.ts';
import { countOf } from '../decode/values.ts';
import { field, isRecord, own, safeKeys } from '../json.ts';
import { squash, words } from '../words.ts';
import { redactServerText } from './redact.ts';
import { retryAfterMs } from './retry-after.ts';

const HOLDER = new Set([
  'takenby',
  'heldby',
  'claimedby',
  'ownedby',
  'assignedto',
  'holder',
  'owner',
  'assignee',
  'currentagent',
  'agent',
  'handledby',
]);
const SCOPE = new Set([
  'requiredscope',
  'missingscope',
  'requiredscopes',
  'requiredpermission',
  'missingpermission',
  'neededscope',
  'scope',
]);
const NAME = new Set(['name', 'displayname', 'fullname', 'username', 'agentname']);
const ID = new Set(['id', 'userid', 'agentid', 'sub']);
const AT = new Set(['at', 'since', 'takenat', 'claimedat', 'time']);

/** First value under any of the names, in the object or the objects directly in it (error envelopes differ). */
function lookUp(body: unknown, names: ReadonlySet<string>, depth = 4): unknown {
  if (depth === 0) return undefined;
  if (Array.isArray(body)) return lookUp(body[0], names, depth - 1);
  if (!isRecord(body)) return undefined;
  for (const key of safeKeys(body)) if (names.has(squash(key)) && own(body, key) !== null) return own(body, key);
  for (const key of safeKeys(body)) {
    const found = lookUp(own(body, key), names, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 300) : undefined;
}

/** Who holds the conversation, as a conflict's body says it; undefined when it does not. */
export function holderIn(body: unknown): FailureDetail['takenBy'] {
  const found = lookUp(body, HOLDER);
  if (typeof found === 'string') return { name: found.slice(0, 300) };
  if (!isRecord(found)) return undefined;
  const id = text(lookUp(found, ID, 1));
  const name = text(lookUp(found, NAME, 1));
  const at = instantOf(lookUp(found, AT, 1));
  if (id === undefined && name === undefined) return undefined;
  return { ...(id && { id }), ...(name && { name }), ...(at !== undefined && { at }) };
}

function scopeIn(body: unknown, headers: Headers): string | undefined {
  const challenged = /\bscope="([^"]{1,300})"/.exec(headers.get('www-authenticate') ?? '')?.[1];
  const found = lookUp(body, SCOPE);
  return text(Array.isArray(found) ? found.join(' ') : found) ?? challenged;
}

const VERBS = new Set(['legalverbs', 'allowedverbs', 'legalactions', 'allowedactions', 'allowedcommands', 'verbs']);
const STATE = new Set(['state', 'currentstate', 'status', 'currentstatus', 'campaignstate', 'campaignstatus']);
const RECEIVED = new Set(['receivedbytes', 'bytesreceived', 'received', 'expectedoffset', 'uploadedbytes']);

/** What a conflict tells of the thing it is about. */
function standing(body: unknown): Pick<FailureDetail, 'state' | 'legalVerbs' | 'receivedBytes'> {
  const verbs = lookUp(body, VERBS);
  const state = text(lookUp(body, STATE));
  const received = countOf(lookUp(body, RECEIVED));
  return {
    ...(state !== undefined && { state }),
    ...(Array.isArray(verbs) && { legalVerbs: verbs.flatMap((verb) => text(verb) ?? []) }),
    ...(received !== undefined && { receivedBytes: received }),
  };
}

/** The field that a validation answer names first. */
function fieldIn(body: unknown): string | undefined {
  const details = lookUp(body, new Set(['details', 'errors', 'violations', 'issues']));
  for (const one of Array.isArray(details) ? details : [details]) {
    const path = lookUp(one, new Set(['field', 'path', 'pointer', 'property', 'loc']), 1);
    const found = text(Array.isArray(path) ? path.join('.') : path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The instance's own code for the refusal, spelled our way (`TAKEN_OVER` → `taken-over`). */
function servedCode(body: unknown): string | undefined {
  const error = field(body, 'error');
  const code = text(lookUp(body, new Set(['code', 'errorcode']))) ?? (typeof error === 'string' ? error : undefined);
  return code !== undefined && /^[\w.-]{1,60}$/.test(code) ? words(code).join('-') : undefined;
}

function codeFor(status: number, write: boolean): { readonly code: FailureCode; readonly reason: string } {
  if (status === 401) return { code: 'signed-out', reason: 'token-rejected' };
  if (status === 403) return { code: 'forbidden', reason: 'forbidden' };
  if (status === 404 || status === 410) return { code: 'not-found', reason: 'not-found' };
  if (status === 409 || status === 412 || status === 423) return { code: 'conflict', reason: 'conflict' };
  if (status === 429 || status === 503) return { code: 'saturated', reason: status === 429 ? 'too-many' : 'busy' };
  if (status === 405 || status === 501) return { code: 'unavailable', reason: 'not-offered' };
  // A gateway's or a crash's answer proves nothing about what happened behind it.
  if ((status >= 500 || status === 408) && write) return { code: 'unknown-outcome', reason: 'server-error' };
  if (status >= 500 || status === 408) return { code: 'unavailable', reason: 'server-error' };
  return { code: 'invalid', reason: 'refused' };
}

/**
 * The failure an unsuccessful answer means. Error bodies differ between deployments: an `error` object (ours), RFC 9457
 * problem details, or plain text all give what they have.
 * @param label the operation, never the address (ids in it are not for logs).
 */
export function failureFromResponse(
  response: { readonly status: number; readonly headers: Headers },
  bodyText: string,
  request: { readonly write: boolean; readonly label: string },
  now: number,
): FailureError {
  let body: unknown;
  try {
    body = JSON.parse(bodyText);
  } catch {
    body = undefined;
  }
  const { code, reason } = codeFor(response.status, request.write);
  const said =
    text(lookUp(body, new Set(['message']))) ??
    text(lookUp(body, new Set(['detail', 'title', 'description']))) ??
    bodyText;
  const served = code === 'signed-out' ? undefined : servedCode(body);
  const requestId = response.headers.get('x-request-id') ?? response.headers.get('x-correlation-id');
  const retry = retryAfterMs(response.headers, now);
  const takenBy = code === 'conflict' ? holderIn(body) : undefined;
  const requiredScope = code === 'forbidden' ? scopeIn(body, response.headers) : undefined;
  const invalidField = code === 'invalid' ? fieldIn(body) : undefined;
  return new FailureError(code, `${request.label} was answered ${response.status}`, {
    reason: served ?? reason,
    status: response.status,
    operation: request.label,
    ...(requestId !== null && { requestId: requestId.slice(0, 100) }),
    ...(retry !== undefined && { retryAfterMs: retry }),
    ...(takenBy !== undefined && { takenBy }),
    ...(code === 'conflict' && standing(body)),
    ...(requiredScope !== undefined && { requiredScope }),
    ...(invalidField !== undefined && { field: invalidField }),
    ...(said.trim() !== '' && !/<html|<!doctype/i.test(said) && { serverText: redactServerText(said) }),
  });
}
