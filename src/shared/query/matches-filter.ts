import type { ArchiveFilter } from '../models/archive.ts';
import type { Conversation, Tag } from '../models/conversation.ts';

const same = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();
const anyOf = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || wanted.some((one) => same(value, one));

/** Whether one of the pairs is `name` or `name:value`, in any case. */
function named(pairs: readonly Tag[], wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  return pairs.some(({ name, value }) => same(name, wanted) || same(`${name}:${value ?? ''}`, wanted));
}

/**
 * Whether a conversation is let by, as an instance would judge it; for what is searched on this machine. What a conversation
 * does not tell (its point of contact) lets none by, rather than all.
 */
export function matchesFilter(one: Conversation, filter: ArchiveFilter): boolean {
  const { startedAt, endedAt } = one;
  const seconds = startedAt === undefined || endedAt === undefined ? undefined : (endedAt - startedAt) / 1000;
  const part = filter.contact?.toLowerCase();
  const has = (value: string | undefined, wanted: string | undefined) => wanted === undefined || same(value, wanted);
  return (
    anyOf(filter.status, one.status) &&
    anyOf(filter.platform, one.platform) &&
    anyOf(filter.risk, one.risk?.label) &&
    has(one.direction, filter.direction) &&
    has(one.language, filter.language) &&
    has(one.environment, filter.environment) &&
    has(undefined, filter.pointOfContact) &&
    (filter.flow === undefined || same(one.flow?.name, filter.flow) || same(one.flow?.id, filter.flow)) &&
    (filter.flagged === undefined || one.flagged === filter.flagged) &&
    named(one.tags, filter.tag) &&
    named(one.parameters, filter.parameter) &&
    (filter.function === undefined || one.functionsCalled.some((name) => same(name, filter.function ?? ''))) &&
    (filter.sentiment === undefined || one.sentiments.some(({ name }) => same(name, filter.sentiment ?? ''))) &&
    (part === undefined ||
      [one.contact.display, one.contact.name].some((text) => text?.toLowerCase().includes(part) === true)) &&
    (filter.minDuration === undefined || (seconds !== undefined && seconds >= filter.minDuration)) &&
    (filter.maxDuration === undefined || (seconds !== undefined && seconds <= filter.maxDuration)) &&
    (filter.from === undefined || (startedAt !== undefined && startedAt >= filter.from)) &&
    (filter.to === undefined || (startedAt !== undefined && startedAt < filter.to))
  );
}
