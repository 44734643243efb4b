import type { ReviewedConversation, Spread } from './quality.ts';

/** Where a conversation stands in the order that a seed makes: the same for the same two, and even over all of them. */
function lot(seed: string, id: string): number {
  // FNV-1a over UTF-16 units, then the finalizer of MurmurHash3: FNV's high bits alone are not even for short texts.
  let hash = 0x811c9dc5;
  for (const text of [seed, '\n', id]) {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const strata: Readonly<Record<Spread, (one: ReviewedConversation) => string | undefined>> = {
  whole: () => undefined,
  csr: ({ csr }) => csr,
  flow: ({ flow }) => flow,
  risk: ({ risk }) => risk,
};

/**
 * Draws `size` conversations (of each CSR, flow or risk where it is spread) by a seed. Each has its lot by the seed and its
 * own id, so that the order in which they were read, or what came since, changes nothing of the others' lots.
 */
export function drawSample(
  candidates: readonly ReviewedConversation[],
  { seed, size, spread }: { readonly seed: string; readonly size: number; readonly spread: Spread },
): readonly ReviewedConversation[] {
  const lots = new Map(candidates.map((one) => [one.id, { one, lot: lot(seed, one.id) }]));
  const inOrder = [...lots.values()].sort((a, b) => a.lot - b.lot || (a.one.id < b.one.id ? -1 : 1));
  const taken = new Map<string | undefined, number>();
  return inOrder.flatMap(({ one }) => {
    const stratum = strata[spread](one);
    const count = taken.get(stratum) ?? 0;
    if (count >= size) return [];
    taken.set(stratum, count + 1);
    return [one];
  });
}
