import type { FaultKind, FaultRule } from './fault-rule.ts';

/** A rule that is in force. */
export interface ActiveFault {
  readonly id: string;
  readonly rule: FaultRule;
  /** Strikes left; undefined for ever. */
  readonly left: number | undefined;
  readonly struck: number;
  /** Requests that were let by before the first strike. */
  readonly passed: number;
}

/** The faults in force, in the order they were set. */
export interface FaultBook {
  add(rule: FaultRule): ActiveFault;
  /** @returns whether there was one */
  remove(id: string): boolean;
  clear(): void;
  list(): readonly ActiveFault[];
  /** Those of one kind that concern an operation and are not spent. */
  matching(kind: FaultKind, operation: string): readonly ActiveFault[];
  /** Counts a request that it lets by. @returns whether it does; not so once as many as it was told to have passed */
  letsBy(id: string): boolean;
  /** Counts a strike; a spent rule leaves the book. */
  strike(id: string): void;
  clockSkewMs(): number;
}

/** Opens a book with the faults that are in force from the start. */
export function createFaultBook(rules: readonly FaultRule[] = []): FaultBook {
  const faults = new Map<string, ActiveFault>();
  let given = 0;
  const book: FaultBook = {
    add(rule) {
      given += 1;
      const fault: ActiveFault = { id: `f-${given}`, rule, left: rule.times, struck: 0, passed: 0 };
      faults.set(fault.id, fault);
      return fault;
    },
    remove: (id) => faults.delete(id),
    clear: () => faults.clear(),
    list: () => [...faults.values()],
    matching(kind, operation) {
      // Asked at every event of every stream, and nearly always empty.
      if (faults.size === 0) return [];
      return book.list().filter(({ rule }) => rule.kind === kind && (rule.operation ?? operation) === operation);
    },
    letsBy(id) {
      const fault = faults.get(id);
      if (fault === undefined || fault.passed >= (fault.rule.after ?? 0)) return false;
      faults.set(id, { ...fault, passed: fault.passed + 1 });
      return true;
    },
    strike(id) {
      const fault = faults.get(id);
      if (!fault) return;
      const left = fault.left === undefined ? undefined : fault.left - 1;
      if (left === 0) faults.delete(id);
      else faults.set(id, { ...fault, left, struck: fault.struck + 1 });
    },
    clockSkewMs() {
      const skews = book.list().filter(({ rule }) => rule.kind === 'clock-skew');
      return skews.reduce((sum, { rule }) => sum + rule.skewMs, 0);
    },
  };
  for (const rule of rules) book.add(rule);
  return book;
}
