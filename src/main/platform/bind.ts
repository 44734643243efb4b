import {
  type BindingReport,
  type BindingRule,
  OPERATION_IDS,
  type OperationBinding,
  type OperationId,
} from '../../shared/models/operation.ts';
import { type Features, featuresOf } from './binding/features.ts';
import { DOCUMENT_RULES, placesFor, recognises, surplusOf } from './binding/recognise.ts';
import type { DocumentOperation } from './openapi/index-operations.ts';
import { BUILT_IN, RECOGNISERS } from './operations.ts';
import type { Recogniser } from './recognisers/recogniser.ts';

/** A place chosen by hand for an operation. */
export interface OverrideTarget {
  readonly method: string;
  readonly path: string;
}
export type Overrides = Readonly<Partial<Record<OperationId, OverrideTarget>>>;

/** Where an operation is done, with what the document tells about it. */
export interface BoundOperation {
  readonly operation: OperationId;
  readonly rule: BindingRule;
  readonly method: string;
  readonly path: string;
  /** Absent for a built-in path and for an override to a place that the document does not have. */
  readonly described?: DocumentOperation;
}

export interface Bindings {
  readonly bound: ReadonlyMap<OperationId, BoundOperation>;
  /**
   * Places that matched too or, for an operation left unbound, that could not be told apart. Looked for when asked: only
   * the report needs them, and that costs more than the binding.
   */
  readonly candidates: (operation: OperationId) => readonly DocumentOperation[];
  readonly unused: readonly DocumentOperation[];
}

const MAX_CANDIDATES = 10;

/** A recogniser with the places that its operation could be at by any rule. */
interface Open {
  readonly recogniser: Recogniser;
  readonly places: readonly Features[];
}

interface Match {
  readonly recogniser: Recogniser;
  readonly features: Features;
}

/** For one rule: what each unbound operation matches among the free places; only a clear winner is bound. */
function winnersOf(
  rule: (typeof DOCUMENT_RULES)[number],
  open: readonly Open[],
  used: ReadonlySet<string>,
): readonly Match[] {
  const wins: (Match & { readonly surplus: number })[] = [];
  for (const { recogniser, places } of open) {
    const matches = places
      .filter((features) => !used.has(features.place) && recognises(rule, recogniser, features))
      .map((features) => ({ recogniser, features, surplus: surplusOf(recogniser, features) }))
      .sort((a, b) => a.surplus - b.surplus);
    const [best, second] = matches;
    if (best !== undefined && (second === undefined || second.surplus > best.surplus)) wins.push(best);
  }
  // Two operations that want one place: the better fit has it; an even fit is nobody's.
  return wins.filter((win) =>
    wins.every((rival) => rival === win || rival.features !== win.features || rival.surplus > win.surplus),
  );
}

function applyOverrides(overrides: Overrides, all: readonly Features[], bound: Map<OperationId, BoundOperation>): void {
  const places = new Set<string>();
  for (const operation of OPERATION_IDS) {
    const target = overrides[operation];
    const place = target === undefined ? '' : `${target.method.toLowerCase()} ${target.path}`;
    if (target === undefined || places.has(place)) continue;
    places.add(place);
    const described = all.find((features) => features.place === place)?.operation;
    bound.set(operation, {
      operation,
      rule: 'override',
      method: target.method.toLowerCase(),
      path: target.path,
      ...(described === undefined ? {} : { described }),
    });
  }
}

function candidatesFor({ recogniser, places }: Open, taken: string | undefined): readonly DocumentOperation[] {
  return DOCUMENT_RULES.flatMap((rule) => places.filter((features) => recognises(rule, recogniser, features)))
    .filter((features, nth, list) => list.indexOf(features) === nth && features.place !== taken)
    .slice(0, MAX_CANDIDATES)
    .map((features) => features.operation);
}

/**
 * Binds the console's operations to places of a document: overrides first, then rule by rule from the most to the least
 * confident. No two operations share a place; what is ambiguous stays unbound with its candidates listed.
 * @param operations the document's operations; undefined binds the publicly documented paths alone.
 */
export function bind(operations: readonly DocumentOperation[] | undefined, overrides: Overrides = {}): Bindings {
  const all = (operations ?? []).map(featuresOf);
  const bound = new Map<OperationId, BoundOperation>();
  applyOverrides(overrides, all, bound);
  if (operations === undefined) {
    for (const builtIn of BUILT_IN) {
      if (!bound.has(builtIn.operation)) bound.set(builtIn.operation, { ...builtIn, rule: 'built-in' });
    }
  }
  const taken = () => new Set([...bound.values()].map(({ method, path }) => `${method} ${path}`));
  const possible = RECOGNISERS.map((recogniser): Open => ({ recogniser, places: placesFor(recogniser, all) }));
  for (const rule of DOCUMENT_RULES) {
    const open = possible.filter(({ recogniser }) => !bound.has(recogniser.operation));
    for (const { recogniser, features } of winnersOf(rule, open, taken())) {
      const { operation } = recogniser;
      const described = features.operation;
      bound.set(operation, { operation, rule, method: described.method, path: described.path, described });
    }
  }
  const used = taken();
  const candidates = (operation: OperationId): readonly DocumentOperation[] => {
    const open = possible.find(({ recogniser }) => recogniser.operation === operation);
    const own = bound.get(operation);
    return open === undefined ? [] : candidatesFor(open, own && `${own.method} ${own.path}`);
  };
  return { bound, candidates, unused: all.filter(({ place }) => !used.has(place)).map(({ operation }) => operation) };
}

/** Where the bindings come from; the report's head. */
export type ReportSource = Omit<BindingReport, 'operations' | 'unused'>;

/** The bindings as an administrator reads and exports them. */
export function reportOf(bindings: Bindings, source: ReportSource): BindingReport {
  const reference = ({ method, path, operationId }: DocumentOperation) => ({
    method,
    path,
    ...(operationId !== undefined && { operationId }),
  });
  const operations = OPERATION_IDS.map((operation): OperationBinding => {
    const own = bindings.bound.get(operation);
    const candidates = bindings.candidates(operation).map(reference);
    if (own === undefined) return { operation, bound: false, candidates };
    const { described } = own;
    const tag = described?.tags[0];
    return {
      operation,
      bound: true,
      rule: own.rule,
      method: own.method,
      path: own.path,
      ...(described?.operationId !== undefined && { operationIdInDocument: described.operationId }),
      ...(tag !== undefined && { tag }),
      candidates,
    };
  });
  const unused = bindings.unused.map((operation) => {
    const tag = operation.tags[0];
    return { ...reference(operation), ...(tag !== undefined && { tag }) };
  });
  return { ...source, operations, unused };
}
