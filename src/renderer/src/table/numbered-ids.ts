import type { IdList } from '../lib/id-list.ts';

/** The numbers below a length as texts, made when they are asked for. */
export class NumberedIds implements IdList {
  readonly length: number;

  constructor(length: number) {
    this.length = length;
  }

  at(index: number): string | undefined {
    return index >= 0 && index < this.length ? String(index) : undefined;
  }

  indexOf(id: string): number {
    const index = Number(id);
    return Number.isInteger(index) && index >= 0 && index < this.length ? index : -1;
  }
}
