import { isRecord, type JsonRecord, listField, own, safeKeys, stringField } from '../json.ts';
import { DOCUMENT_LIMITS } from './limits.ts';
import type { ParsedDocument } from './parse-document.ts';
import { resolve } from './resolve.ts';
import type { SchemaRef } from './schema-view.ts';

export const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'options', 'head', 'trace', 'query'] as const;

export interface ParameterView {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema?: JsonRecord;
}

export interface ContentView {
  readonly mediaType: string;
  readonly schema?: SchemaRef;
}

/** One operation of the document, read once and tolerant: what is of the wrong type counts as absent. */
export interface DocumentOperation {
  readonly method: string;
  /** The template as the document spells it. */
  readonly path: string;
  readonly operationId?: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly ParameterView[];
  readonly body: readonly ContentView[];
  /** Bodies of the successful answers. */
  readonly answers: readonly ContentView[];
}

const PLACES = ['path', 'query', 'header', 'cookie'] as const;

function contentOf(root: JsonRecord, holder: unknown): readonly ContentView[] {
  const content = resolve(root, holder);
  const types = content === undefined ? undefined : own(content, 'content');
  if (!isRecord(types)) return [];
  return safeKeys(types)
    .slice(0, 20)
    .map((mediaType) => {
      const media = resolve(root, own(types, mediaType));
      // OpenAPI 3.2 describes one event of a stream by `itemSchema`.
      const schema = media === undefined ? undefined : (own(media, 'itemSchema') ?? own(media, 'schema'));
      return {
        mediaType: (mediaType.split(';')[0] ?? '').trim().toLowerCase(),
        ...(isRecord(schema) ? { schema: { root, schema } } : {}),
      };
    });
}

function parametersOf(root: JsonRecord, lists: readonly (readonly unknown[])[]): readonly ParameterView[] {
  const found = new Map<string, ParameterView>();
  for (const raw of lists.flatMap((list) => list.slice(0, 100))) {
    const parameter = resolve(root, raw);
    const name = stringField(parameter, 'name');
    const place = PLACES.find((one) => one === stringField(parameter, 'in'));
    if (parameter === undefined || name === undefined || place === undefined) continue;
    const schema = resolve(root, own(parameter, 'schema'));
    found.set(`${place} ${name}`, {
      name,
      in: place,
      required: place === 'path' || own(parameter, 'required') === true,
      ...(schema === undefined ? {} : { schema }),
    });
  }
  return [...found.values()];
}

function answersOf(root: JsonRecord, operation: JsonRecord): readonly ContentView[] {
  const responses = own(operation, 'responses');
  if (!isRecord(responses)) return [];
  const successes = safeKeys(responses).filter((status) => /^2(\d\d|XX)$/i.test(status));
  return (successes.length === 0 ? ['default'] : successes.sort()).flatMap((status) =>
    contentOf(root, own(responses, status)),
  );
}

function readOperation(root: JsonRecord, method: string, path: string, item: JsonRecord, raw: unknown) {
  const operation = isRecord(raw) ? raw : undefined;
  if (operation === undefined) return undefined;
  const operationId = stringField(operation, 'operationId');
  return {
    method,
    path,
    ...(operationId === undefined ? {} : { operationId: operationId.slice(0, 300) }),
    summary: (stringField(operation, 'summary') ?? '').slice(0, 500),
    tags: listField(operation, 'tags')
      .filter((tag): tag is string => typeof tag === 'string')
      .slice(0, 20),
    parameters: parametersOf(root, [listField(item, 'parameters'), listField(operation, 'parameters')]),
    body: contentOf(root, own(operation, 'requestBody')),
    answers: answersOf(root, operation),
  } satisfies DocumentOperation;
}

/**
 * All operations of a document in document order, at most `limit`. Includes OpenAPI 3.2's `additionalOperations`.
 * A path that does not start with one slash is skipped: it could lead a request (and its token) to another host.
 */
export function indexOperations(
  document: ParsedDocument,
  limit = DOCUMENT_LIMITS.operations,
): readonly DocumentOperation[] {
  const { root } = document;
  const paths = own(root, 'paths');
  const found: DocumentOperation[] = [];
  if (!isRecord(paths)) return found;
  for (const path of safeKeys(paths)) {
    const item = resolve(root, own(paths, path));
    if (item === undefined || !/^\/(?![/\\])/.test(path) || path.length > 1000) continue;
    const additional = own(item, 'additionalOperations');
    const extra = isRecord(additional)
      ? safeKeys(additional).map((key) => [key.toLowerCase(), own(additional, key)])
      : [];
    const entries = [...METHODS.map((method) => [method, own(item, method)]), ...extra];
    for (const [method, raw] of entries) {
      if (typeof method !== 'string' || !/^[a-z]{1,20}$/.test(method)) continue;
      const operation = readOperation(root, method, path, item, raw);
      if (operation !== undefined) found.push(operation);
      if (found.length >= limit) return found;
    }
  }
  return found;
}

/** Path that all operations are under, from `servers`, when it is on the API's own origin; otherwise empty. */
export function basePathOf(document: ParsedDocument, apiUrl: string): string {
  const url = stringField(listField(document.root, 'servers')[0], 'url');
  if (url === undefined || /[{}]/.test(url) || !URL.canParse(url, apiUrl)) return '';
  const server = new URL(url, apiUrl);
  if (server.origin !== new URL(apiUrl).origin) return '';
  return server.pathname.replace(/\/+$/, '');
}
