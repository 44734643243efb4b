import type { ArchiveHit } from '../../../../../shared/models/archive.ts';
import type { KnownValues } from '../../../../../shared/query/complete-query.ts';

/**
 * Words of this tenant that were seen in the list, for completion. Looked up when they are asked for, once: a list may have a
 * hundred thousand rows, and gets longer with each page.
 */
export function knownIn(ids: readonly string[], get: (id: string) => ArchiveHit | undefined): () => KnownValues {
  let known: KnownValues | undefined;
  return () => {
    known ??= valuesOf(ids.flatMap((id) => get(id) ?? []));
    return known;
  };
}

function valuesOf(hits: readonly ArchiveHit[]): KnownValues {
  const conversations = hits.map(({ conversation }) => conversation);
  const unique = (values: readonly (string | undefined)[]): readonly string[] => [
    ...new Set(values.flatMap((value) => (value === undefined || value === '' ? [] : [value]))),
  ];
  return {
    platform: unique(conversations.map(({ platform }) => platform)),
    flow: unique(conversations.map(({ flow }) => flow?.name)),
    tag: unique(
      conversations.flatMap(({ tags }) => tags.flatMap(({ name, value }) => [name, value && `${name}:${value}`])),
    ),
    function: unique(conversations.flatMap(({ functionsCalled }) => functionsCalled)),
    parameter: unique(conversations.flatMap(({ parameters }) => parameters.map(({ name }) => name))),
    sentiment: unique(conversations.flatMap(({ sentiments }) => sentiments.map(({ name }) => name))),
    status: unique(conversations.map(({ status }) => status)),
  };
}
