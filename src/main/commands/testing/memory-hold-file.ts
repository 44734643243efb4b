import type { KeptHold } from '../holds/hold-file.ts';

/** A file of holds in memory, that can be made to fail. What was written last is what a crash leaves. */
export class MemoryHoldFile {
  holds: readonly KeptHold[] = [];
  failing = false;

  async read(): Promise<readonly KeptHold[]> {
    return this.holds;
  }

  async write(holds: () => readonly KeptHold[]): Promise<void> {
    if (this.failing) throw new Error('ENOSPC');
    this.holds = structuredClone(holds());
  }
}
