import { FailureError } from '../../../shared/models/failure.ts';
import type { BoundOperation } from '../bind.ts';
import { itemParameters } from '../binding/features.ts';
import { isTenantName } from '../binding/vocabulary.ts';
import { squash } from '../words.ts';
import { buildBody } from './build-body.ts';
import { filterValues } from './filter-values.ts';
import type { Inputs } from './inputs.ts';

/** A request without host, token and time limit. */
export interface BuiltRequest {
  readonly method: string;
  /** Path and query, percent-encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

function unfillable(bound: BoundOperation, reason: string, field: string): FailureError {
  return new FailureError('unavailable', `${bound.operation}: the console cannot fill the request`, {
    reason,
    operation: bound.operation,
    field,
  });
}

/** One path segment. Dots alone would be read as "this" and "the parent" folder, encoded or not. */
function segment(value: string, bound: BoundOperation, name: string): string {
  if (value === '' || value === '.' || value === '..') {
    throw new FailureError('invalid', `${bound.operation}: the id cannot be sent`, {
      reason: 'unsendable-id',
      field: name,
    });
  }
  return encodeURIComponent(value);
}

function fillPath(bound: BoundOperation, inputs: Inputs): string {
  const items = itemParameters(bound.path);
  return bound.path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    if (isTenantName(name)) return segment(inputs.tenant ?? '', bound, name);
    if (items.length === 2 && name === items[0] && inputs.owner !== undefined)
      return segment(inputs.owner, bound, name);
    if ((items.length === 1 || (items.length === 2 && inputs.owner !== undefined)) && inputs.id !== undefined)
      return segment(inputs.id, bound, name);
    // A lone parameter of an unknown name on an operation about the whole tenant can only be the tenant.
    if (items.length === 1 && inputs.tenant !== undefined && !/\{[^{}]+\}.*\{/.test(bound.path))
      return segment(inputs.tenant, bound, name);
    throw unfillable(bound, 'unfillable-path', name);
  });
}

const IDEMPOTENCY = new Set(['idempotencykey', 'xidempotencykey', 'clientmessageid', 'xclientmessageid']);

/**
 * Builds the request of a bound operation: the tenant and the thing's id go where the template has them, whatever their
 * names; query, headers and body fields take the names that the document gives them.
 * @throws FailureError `unavailable` (`unfillable-path`, `unfillable-parameter`, `unfillable-body`) when the instance
 *   needs something that the console does not know, `invalid` for an id that no path can carry.
 */
export function buildRequest(bound: BoundOperation, inputs: Inputs): BuiltRequest {
  const path = fillPath(bound, inputs);
  const query = new URLSearchParams();
  const filters = filterValues(bound, inputs);
  const headers: Record<string, string> = {};
  for (const parameter of bound.described?.parameters ?? []) {
    if (parameter.in === 'path' || parameter.in === 'cookie') continue;
    const name = squash(parameter.name);
    let value = inputs.query?.[name] ?? filters.get(parameter);
    if (isTenantName(parameter.name.replace(/^x-/i, ''))) value = inputs.tenant;
    if (IDEMPOTENCY.has(name) && parameter.in === 'header') value = inputs.clientMessageId;
    const fixed = parameter.schema?.['default'];
    const given =
      value ??
      (parameter.required && ['string', 'number', 'boolean'].includes(typeof fixed) ? String(fixed) : undefined);
    if (given === undefined) {
      const isOurs = ['authorization', 'accept', 'lasteventid', 'contenttype'].includes(name);
      if (parameter.required && !isOurs) throw unfillable(bound, 'unfillable-parameter', parameter.name);
    } else if (parameter.in === 'query') query.set(parameter.name, given);
    else headers[parameter.name] = given;
  }
  const search = query.size === 0 ? '' : `?${query}`;
  const { contentType, ...body } = buildBody(bound, inputs);
  if (contentType !== undefined) headers['content-type'] = contentType;
  return { method: bound.method, target: path + search, headers, ...body };
}
