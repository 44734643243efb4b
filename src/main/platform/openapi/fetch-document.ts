import { FailureError, failureOf } from '../../../shared/models/failure.ts';
import type { TokenSource } from '../../auth/token-source.ts';
import { type CallerDeps, callWithToken } from '../client/api-caller.ts';
import { readBody } from '../client/read-body.ts';
import { DOCUMENT_LIMITS } from './limits.ts';
import { type ParsedDocument, parseDocument } from './parse-document.ts';

/** Where the platform documents its description (docs.dialai.ca/api-integration), under the API's address. */
const DOCUMENT_PATH = '/api/swagger/openapi.json';
/** Tenants whose tokens are tried when the user's own is refused. */
const MAX_TENANTS_TRIED = 3;
/** A description may be large and is made on demand. */
const DOCUMENT_TIMEOUT_MS = 30_000;

export interface FetchedDocument {
  readonly url: string;
  readonly text: string;
  readonly document: ParsedDocument;
}

/** The address of an instance's API description. */
export function documentUrl(apiUrl: string): URL {
  return new URL(DOCUMENT_PATH, apiUrl);
}

async function readDocument(response: Response): Promise<string> {
  const text = await readBody(response, DOCUMENT_LIMITS.bytes, 'openapi-too-large');
  if (/^\s*</.test(text)) {
    throw new FailureError('invalid', 'The API description is a web page', { reason: 'openapi-not-json' });
  }
  return text;
}

/**
 * Fetches and checks an instance's API description with the session: the user's own token first and, where that is
 * refused, a tenant's (whether a bearer token alone opens it is undocumented).
 * @throws FailureError of the last attempt; `invalid` with an `openapi-…` reason when the document is unusable.
 */
export async function fetchDocument(
  deps: Omit<CallerDeps, 'token'> & { readonly tokens: TokenSource },
  apiUrl: string,
  tenants: readonly string[],
): Promise<FetchedDocument> {
  const url = documentUrl(apiUrl);
  const sources: CallerDeps['token'][] = [
    (rejected) => deps.tokens.userToken(rejected),
    ...tenants.slice(0, MAX_TENANTS_TRIED).map(
      (tenant): CallerDeps['token'] =>
        (rejected) =>
          deps.tokens.tenantToken(tenant, rejected),
    ),
  ];
  const call = { method: 'get', url, write: false, label: 'openapi', timeoutMs: DOCUMENT_TIMEOUT_MS };
  let refusal: unknown;
  for (const token of sources) {
    try {
      const text = await callWithToken({ ...deps, token }, call, readDocument);
      return { url: url.href, text, document: parseDocument(text) };
    } catch (thrown) {
      refusal = thrown;
      if (!['signed-out', 'forbidden'].includes(failureOf(thrown).code)) throw thrown;
    }
  }
  throw refusal;
}
