import { FailureError } from '../../../shared/models/failure.ts';
import type { BoundOperation } from '../bind.ts';
import type { ParameterView } from '../openapi/index-operations.ts';
import { elementOf, viewOf } from '../openapi/schema-view.ts';
import { squash } from '../words.ts';
import { instantFor } from './body-shape.ts';
import type { FilterRole, FilterValue, Inputs } from './inputs.ts';

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
  status: ['status', 'statuses', 'conversationstatus', 'state', 'outcome'],
  platform: ['platform', 'platforms', 'channel', 'channels', 'medium'],
  direction: ['direction'],
  flow: ['flow', 'flowid', 'flowname', 'journey'],
  flagged: ['flagged', 'flaggedforreview', 'isflagged', 'forreview'],
  tag: ['tag', 'tags', 'label', 'labels'],
  risk: ['risk', 'risklabel', 'risklevel', 'risklevels'],
  sentiment: ['sentiment', 'emotion', 'mood'],
  contact: ['contact', 'customer', 'contactname', 'party', 'caller'],
  parameter: ['parameter', 'parameters', 'internalparameter', 'variable'],
  pointOfContact: ['pointofcontact', 'entrypoint', 'poc', 'pointofcontactid', 'entrypointid'],
  function: ['function', 'functionname', 'functioncalled', 'calledfunction'],
  language: ['language', 'lang', 'locale'],
  environment: ['environment', 'stage'],
  minDuration: ['minduration', 'durationmin', 'mindurationseconds', 'longerthan'],
  maxDuration: ['maxduration', 'durationmax', 'maxdurationseconds', 'shorterthan'],
  from: ['from', 'since', 'startedsince', 'startedafter', 'after', 'fromdate', 'start'],
  to: ['to', 'until', 'starteduntil', 'startedbefore', 'before', 'todate', 'end'],
  sort: ['sort', 'order', 'sortby', 'orderby'],
  offset: ['offset', 'uploadoffset', 'byteoffset', 'startbyte', 'position', 'start', 'from', 'frombyte'],
};

function unfillable(bound: BoundOperation, field: string): FailureError {
  return new FailureError('unavailable', `${bound.operation}: the instance cannot be asked for this`, {
    reason: 'unfillable-parameter',
    operation: bound.operation,
    field,
  });
}

/** The value as the parameter wants it: spelled as its enumeration does, a list only where it takes one. */
function spelled(bound: BoundOperation, role: FilterRole, parameter: ParameterView, value: FilterValue): string {
  const root = bound.described?.answers.find(({ schema }) => schema !== undefined)?.schema?.root ?? {};
  const view = parameter.schema === undefined ? undefined : viewOf({ root, schema: parameter.schema });
  if (typeof value === 'object' && !Array.isArray(value) && 'at' in value && typeof value.at === 'number')
    return String(instantFor(value.at, view));
  const isList = view?.types.includes('array') === true && parameter.schema !== undefined;
  const element = isList ? elementOf({ root, schema: parameter.schema }) : undefined;
  const enumeration = (element === undefined ? view : viewOf(element))?.enumeration ?? [];
  const each = [value].flat().map((one) => enumeration.find((spelling) => squash(spelling) === squash(one)) ?? one);
  if (each.length > 1 && !isList) throw unfillable(bound, role);
  return each.join(',');
}

/**
 * Which parameter carries which filter.
 * @throws FailureError `unavailable`, reason `unfillable-parameter`: an answer that ignores a filter would be taken for
 *   one that obeys it.
 */
export function filterValues(bound: BoundOperation, inputs: Inputs): ReadonlyMap<ParameterView, string> {
  const found = new Map<ParameterView, string>();
  const parameters = (bound.described?.parameters ?? []).filter((one) => one.in === 'query' || one.in === 'header');
  for (const [role, value] of Object.entries(inputs.filters ?? {}) as [FilterRole, FilterValue | undefined][]) {
    if (value === undefined) continue;
    const parameter = NAMES[role]
      .map((name) => parameters.find((one) => squash(one.name.replace(/^x-/i, '')) === name && !found.has(one)))
      .find((one) => one !== undefined);
    if (parameter === undefined) throw unfillable(bound, role);
    found.set(parameter, spelled(bound, role, parameter, value));
  }
  return found;
}
