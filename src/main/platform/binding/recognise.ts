import type { BindingRule } from '../../../shared/models/operation.ts';
import type { Recogniser } from '../recognisers/recogniser.ts';
import type { Features } from './features.ts';
import type { Concept, Reading } from './vocabulary.ts';

/** The rules that look at a document, most confident first. */
export const DOCUMENT_RULES = [
  'documented-path',
  'operation-id',
  'path-shape',
  'tag-and-verb',
] as const satisfies readonly BindingRule[];
export type DocumentRule = (typeof DOCUMENT_RULES)[number];

const has = (readings: readonly Reading[], concept: Concept) => readings.some(({ concepts }) => concepts.has(concept));
const hasAny = (readings: readonly Reading[], concepts: readonly Concept[]) =>
  concepts.some((one) => has(readings, one));
const hasAll = (readings: readonly Reading[], concepts: readonly Concept[]) =>
  concepts.every((one) => has(readings, one));

/** What must hold whatever the rule: verb, number of things in the path, kind of answer, nothing that speaks against. */
function isPossible(recogniser: Recogniser, features: Features): boolean {
  const { byId, byPath } = features;
  return (
    recogniser.methods.includes(features.operation.method) &&
    [recogniser.items].flat().includes(features.items) &&
    (recogniser.stream === undefined || recogniser.stream === features.answersStream) &&
    !hasAny([byId, byPath], recogniser.not)
  );
}

const isDocumented = (recogniser: Recogniser, features: Features) => features.shape === recogniser.documented;

/** The places at which some rule may recognise an operation; `recognises` is asked about no others. */
export function placesFor(recogniser: Recogniser, all: readonly Features[]): readonly Features[] {
  return all.filter(
    (features) =>
      isDocumented(recogniser, features) ||
      (isPossible(recogniser, features) && hasAny([features.byId, features.byPath, features.byTag], recogniser.about)),
  );
}

/** Whether one rule recognises the operation at one of its `placesFor`. */
export function recognises(rule: DocumentRule, recogniser: Recogniser, features: Features): boolean {
  const { byId, byPath, byTail, byTag, bySummary } = features;
  if (rule === 'documented-path') return isDocumented(recogniser, features);
  // Documented there, and nothing else: the other rules want more than the place.
  if (!isPossible(recogniser, features) || !hasAny([byId, byPath, byTag], recogniser.about)) return false;
  if (rule === 'operation-id') return hasAll([byId], recogniser.needs);
  if (rule === 'path-shape') {
    const { needs, endsInItem } = recogniser.tail;
    return (
      hasAll([byPath], needs) &&
      hasAny([byTail], needs) &&
      (endsInItem === undefined || endsInItem === features.endsInItem)
    );
  }
  return hasAny([byTag], recogniser.about) && hasAll([byId, byPath, byTag, bySummary], recogniser.needs);
}

/**
 * How much of an operation's name and path the recogniser does not account for; of several matches the one with least
 * is meant (`/flows` rather than `/flows/archive`).
 */
export function surplusOf(recogniser: Recogniser, { byId, byPath }: Features): number {
  const expected = new Set<Concept>([
    ...recogniser.needs,
    ...recogniser.about,
    ...recogniser.tail.needs,
    'tenant',
    'csr',
  ]);
  const surplus = ({ known, unknown }: Reading) =>
    known.filter((meanings) => !meanings.some((one) => expected.has(one))).length + unknown;
  return surplus(byId) + surplus(byPath);
}
