import { FailureError } from '../../../shared/models/failure.ts';
import type { BoundOperation } from '../bind.ts';
import type { ParameterView } from '../openapi/index-operations.ts';
import { viewOf } from '../openapi/schema-view.ts';
import { squash } from '../words.ts';
import type { FilterRole, Inputs } from './inputs.ts';

/** Squashed names of query parameters and headers, most telling first; the first is ours. */
const NAMES: Readonly<Record<FilterRole, readonly string[]>> = {
  text: ['text', 'q', 'query', 'search', 'phrase', 'term', 'contains'],
  state: [
    'state',
    'status',
    'campaignstate',
    'campaignstatus',
    'contactstate',
    'contactstatus',
    'stage',
    'phase',
    'lifecycle',
    'recipientstate',
  ],
  archived: ['archived', 'includearchived', 'isarchived', 'witharchived', 'retired'],
  disposition: ['disposition', 'outcome', 'result', 'calloutcome', 'lastoutcome'],
  zone: ['zone', 'timezone', 'tz', 'timezoneid'],
  cursor: ['cursor', 'after', 'pagetoken', 'continuation'],
  limit: ['limit', 'perpage', 'pagesize', 'size'],
  offset: ['offset', 'uploadoffset', 'byteoffset', 'startbyte', 'position', 'start', 'from', 'frombyte'],
};

/** The spelling of a value that the parameter's enumeration has for it. */
function spelled(parameter: ParameterView, value: string): string {
  const root = {};
  const enumeration =
    parameter.schema === undefined ? [] : (viewOf({ root, schema: parameter.schema })?.enumeration ?? []);
  return enumeration.find((spelling) => squash(spelling) === squash(value)) ?? value;
}

/**
 * Which parameter carries which filter.
 * @throws FailureError `unavailable`, reason `unfillable-parameter`: an answer that ignores a filter would be taken for
 *   one that obeys it.
 */
export function filterValues(bound: BoundOperation, inputs: Inputs): ReadonlyMap<ParameterView, string> {
  const found = new Map<ParameterView, string>();
  const parameters = (bound.described?.parameters ?? []).filter((one) => one.in === 'query' || one.in === 'header');
  for (const [role, value] of Object.entries(inputs.filters ?? {}) as [FilterRole, string | undefined][]) {
    if (value === undefined) continue;
    const parameter = NAMES[role]
      .map((name) => parameters.find((one) => squash(one.name.replace(/^x-/i, '')) === name && !found.has(one)))
      .find((one) => one !== undefined);
    if (parameter === undefined) {
      throw new FailureError('unavailable', `${bound.operation}: the instance cannot be asked for this`, {
        reason: 'unfillable-parameter',
        operation: bound.operation,
        field: role,
      });
    }
    found.set(parameter, spelled(parameter, value));
  }
  return found;
}
