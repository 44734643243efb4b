import type { ArchiveHit } from '../../../../../shared/models/archive.ts';
import type { KnownValues } from '../../../../../shared/query/complete-query.ts';

/** Words of this tenant that are in the list, for completion; looked up when they are asked for, once a list. */
export function knownIn(held: () => Iterable<ArchiveHit>): () => KnownValues {
  let known: KnownValues | undefined;
  return () => {
    known ??= valuesOf([...held()]);
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
