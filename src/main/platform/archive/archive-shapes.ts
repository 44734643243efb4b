import type { ArchiveFilter, ArchiveQuery, ArchiveSort } from '../../../shared/models/archive.ts';
import type { Shape } from '../client/body-shape.ts';
import type { FilterValue, Inputs } from '../client/inputs.ts';
import { present } from '../decode/present.ts';

const FILTERS: Shape = {
  status: { names: ['statuses', 'conversationstatus', 'state', 'outcome'], as: 'word' },
  platform: { names: ['platforms', 'channel', 'channels', 'medium'], as: 'word' },
  direction: { as: 'word' },
  flow: { names: ['flowid', 'flowname', 'journey'] },
  flagged: { names: ['flaggedforreview', 'isflagged', 'forreview'] },
  tag: { names: ['tags', 'label', 'labels'] },
  risk: { names: ['risklabel', 'risklevel', 'risklevels'], as: 'word' },
  sentiment: { names: ['emotion', 'mood'] },
  contact: { names: ['customer', 'contactname', 'party', 'caller'] },
  parameter: { names: ['parameters', 'internalparameter', 'variable'] },
  pointOfContact: { names: ['entrypoint', 'poc', 'pointofcontactid', 'entrypointid'] },
  function: { names: ['functionname', 'functioncalled', 'calledfunction'] },
  language: { names: ['lang', 'locale'] },
  environment: { names: ['stage'], as: 'word' },
  minDuration: { names: ['durationmin', 'mindurationseconds', 'longerthan'] },
  maxDuration: { names: ['durationmax', 'maxdurationseconds', 'shorterthan'] },
  from: { names: ['since', 'startedsince', 'startedafter', 'after', 'fromdate', 'start'], as: 'instant' },
  to: { names: ['until', 'starteduntil', 'startedbefore', 'before', 'todate', 'end'], as: 'instant' },
};

/** What a search by body is sent with. */
export const SEARCH_SHAPE: Shape = {
  query: { names: ['phrase', 'q', 'text', 'search', 'term', 'terms', 'contains'] },
  speaker: { names: ['role', 'author', 'saidby'], as: 'word' },
  filters: { names: ['criteria', 'filter', 'where', 'conditions'], within: FILTERS },
  sort: { names: ['order', 'sortby', 'orderby'], as: 'word' },
  cursor: { names: ['after', 'pagetoken', 'continuation', 'continuationtoken'], optional: true },
  page: { names: ['pagenumber', 'pageno'], optional: true },
  limit: { names: ['perpage', 'pagesize', 'size', 'maxresults'], optional: true },
};

/** `-startedAt` for newest first: how the document's enumerations spell an order. */
export function sortWord(sort: ArchiveSort | undefined): string | undefined {
  return sort === undefined ? undefined : `${sort.descending ? '-' : ''}${sort.field}`;
}

/** The order that every instance keeps when it is asked for none. */
export function isNewestFirst(sort: ArchiveSort | undefined): boolean {
  return sort === undefined || (sort.field === 'startedAt' && sort.descending);
}

/** The query values of a list. */
export function listFilters({ filter, sort }: ArchiveQuery): NonNullable<Inputs['filters']> {
  const { flagged, minDuration, maxDuration, from, to, ...words } = filter;
  const values: Record<string, FilterValue | undefined> = {
    ...words,
    flagged: flagged === undefined ? undefined : String(flagged),
    minDuration: minDuration === undefined ? undefined : String(minDuration),
    maxDuration: maxDuration === undefined ? undefined : String(maxDuration),
    from: from === undefined ? undefined : { at: from },
    to: to === undefined ? undefined : { at: to },
    sort: isNewestFirst(sort) ? undefined : sortWord(sort),
  };
  return present(values);
}

/** The fields of a search. */
export function searchFields(
  { text, speaker, filter, sort }: ArchiveQuery,
  paging: { readonly cursor?: string; readonly page?: number; readonly limit?: number },
): NonNullable<Inputs['fields']> {
  const filters: ArchiveFilter = present(filter);
  const values = present({
    query: text,
    speaker,
    filters: Object.keys(filters).length === 0 ? undefined : filters,
    sort: isNewestFirst(sort) ? undefined : sortWord(sort),
    ...paging,
  });
  return { shape: SEARCH_SHAPE, values: { ...values } };
}

/** What tags, a flag and a report are sent with. */
const REVISION = {
  names: ['ifrevision', 'revision', 'expectedversion', 'knownversion', 'ifversion', 'version'],
  optional: true,
} as const;
export const TAGS_SHAPE: Shape = {
  tags: { names: ['labels'], within: { name: { names: ['key', 'label'] }, value: { names: ['text'] } } },
  expectedRevision: REVISION,
};
export const FLAG_SHAPE: Shape = {
  flagged: { names: ['flaggedforreview', 'isflagged', 'flag', 'value'] },
  expectedRevision: REVISION,
};
export const REPORT_SHAPE: Shape = {
  reason: { names: ['category', 'cause', 'kind'] },
  note: { names: ['remark', 'comment', 'details', 'description'], optional: true },
};
