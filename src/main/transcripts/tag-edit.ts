import type { Tag } from '../../shared/models/conversation.ts';

interface NamedTag {
  readonly name: string;
  readonly value?: string | undefined;
}

/** What is to be added to a conversation's tags and taken out of them. */
export interface TagEdit {
  readonly add: readonly NamedTag[];
  /** Without a value: all of that name. */
  readonly remove: readonly NamedTag[];
}

const same = (a: NamedTag, b: NamedTag): boolean => a.name === b.name && (a.value ?? '') === (b.value ?? '');

/** The tags after an edit: what was there keeps its order, what is added comes last, nothing twice. */
export function editedTags(tags: readonly Tag[], { add, remove }: TagEdit): readonly Tag[] {
  const kept = tags.filter(
    (tag) => !remove.some((gone) => gone.name === tag.name && (gone.value === undefined || same(gone, tag))),
  );
  const added = add.filter((tag) => !kept.some((one) => same(one, tag)));
  return [...kept, ...added.map(({ name, value }) => (value === undefined ? { name } : { name, value }))];
}

/** Whether two lists hold the same tags, in whatever order. */
export function sameTags(a: readonly Tag[], b: readonly Tag[]): boolean {
  return a.length === b.length && a.every((tag) => b.some((other) => same(tag, other)));
}
