import type { DocumentOperation } from '../openapi/index-operations.ts';
import { isTenantName, type Reading, readConcepts } from './vocabulary.ts';

/** What the recognisers look at, worked out once for each operation of a document. */
export interface Features {
  readonly operation: DocumentOperation;
  /** `get /path` — the place that only one logical operation may have. */
  readonly place: string;
  /** The place with its parameter names taken out; case matters in the documented paths. */
  readonly shape: string;
  /** Parameters in the path that are not the tenant. */
  readonly items: number;
  /** Whether the path ends in such a parameter. */
  readonly endsInItem: boolean;
  readonly answersStream: boolean;
  readonly byId: Reading;
  /** The path's literal segments. */
  readonly byPath: Reading;
  /** The path's last literal segment. */
  readonly byTail: Reading;
  readonly byTag: Reading;
  readonly bySummary: Reading;
}

const PARAMETER = /^\{([^{}]+)\}$/;

/** Names of the parameters of a path template, in order. */
export function pathParameters(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}

/** Which of a path's parameters is the tenant: the one with such a name; the others are things of the tenant. */
export function itemParameters(path: string): readonly string[] {
  return pathParameters(path).filter((name) => !isTenantName(name));
}

/** Reads one operation's features. */
export function featuresOf(operation: DocumentOperation): Features {
  const segments = operation.path.split('/').filter((segment) => segment !== '');
  const literals = segments.filter((segment) => !PARAMETER.test(segment));
  const last = segments.at(-1) ?? '';
  const lastName = PARAMETER.exec(last)?.[1];
  const place = `${operation.method} ${operation.path}`;
  return {
    operation,
    place,
    shape: place.replace(/\{[^{}]*\}/g, '{}'),
    items: itemParameters(operation.path).length,
    endsInItem: lastName !== undefined && !isTenantName(lastName),
    answersStream: operation.answers.some((answer) => answer.mediaType === 'text/event-stream'),
    byId: readConcepts(operation.operationId === undefined ? [] : [operation.operationId]),
    byPath: readConcepts(literals),
    byTail: readConcepts(literals.slice(-1)),
    byTag: readConcepts(operation.tags),
    bySummary: readConcepts([operation.summary]),
  };
}
