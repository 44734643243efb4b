import type { Facts } from '../journal/chain.ts';
import type { Details } from '../journal/entry.ts';
import type { Journal, JournalRecord } from '../journal/journal.ts';

/** A journal in memory, that can be made to fail. */
export class MemoryJournal implements Journal {
  readonly records: JournalRecord[] = [];
  /** The phase whose writing fails. */
  failing: Facts['phase'] | undefined;

  async append(facts: Facts, details: Details): Promise<void> {
    if (facts.phase === this.failing) throw new Error('ENOSPC');
    this.records.push({ seq: this.records.length + 1, at: 0, facts, details });
  }

  async facts(): Promise<readonly Facts[]> {
    return this.records.map(({ facts }) => facts);
  }

  async read(): Promise<readonly JournalRecord[]> {
    return this.records;
  }

  async verify() {
    return { intact: true, lines: this.records.length, torn: 0, problems: [] };
  }

  async close(): Promise<void> {}
}
