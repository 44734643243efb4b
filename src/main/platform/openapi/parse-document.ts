import { FailureError } from '../../../shared/models/failure.ts';
import { field, isDeeperThan, isRecord, type JsonRecord, stringField } from '../json.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits.ts';

/** A document that is an OpenAPI 3.x description by its outer shape. Everything inside is still unchecked. */
export interface ParsedDocument {
  readonly root: JsonRecord;
  readonly openapi: string;
  readonly title?: string;
  readonly version?: string;
}

function refuse(reason: string, message: string): never {
  throw new FailureError('invalid', message, { reason });
}

/**
 * Reads the text of an OpenAPI 3.0, 3.1 or 3.2 document (spec.openapis.org/oas). JSON only.
 * @throws FailureError `invalid` with reason `openapi-too-large`, `openapi-too-deep`, `openapi-not-json`,
 *   `openapi-version` or `openapi-malformed`.
 */
export function parseDocument(text: string, limits: DocumentLimits = DOCUMENT_LIMITS): ParsedDocument {
  if (text.length > limits.bytes) refuse('openapi-too-large', 'The API description is larger than the console accepts');
  let root: unknown;
  try {
    root = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    refuse('openapi-not-json', 'The API description is not JSON');
  }
  if (isDeeperThan(root, limits.depth)) refuse('openapi-too-deep', 'The API description is nested too deeply');
  if (!isRecord(root)) refuse('openapi-malformed', 'The API description is not an object');
  const openapi = field(root, 'openapi');
  if (typeof openapi !== 'string' || !/^3\.[012](\.|$)/.test(openapi)) {
    refuse('openapi-version', 'The API description is not OpenAPI 3.0, 3.1 or 3.2');
  }
  if (!isRecord(field(root, 'paths'))) refuse('openapi-malformed', 'The API description has no paths');
  const title = stringField(field(root, 'info'), 'title');
  const version = stringField(field(root, 'info'), 'version');
  return {
    root,
    openapi: openapi.slice(0, 20),
    ...(title === undefined ? {} : { title: title.slice(0, 200) }),
    ...(version === undefined ? {} : { version: version.slice(0, 100) }),
  };
}
