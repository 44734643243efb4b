import type { StreamSource } from '../../shared/ipc/contract.ts';
import { type AwayItem, type AwayList, MAX_AWAY_ITEMS } from '../../shared/models/away.ts';
import { NewestValue } from './newest-value.ts';
import { type Finding, worstFirst } from './what-mattered.ts';

/** What one tenant's operators have not yet acknowledged of their absences. Outlives the hub; ends with the session. */
export class AwayBook {
  readonly #tenant: string;
  readonly #newest = new NewestValue<AwayList>(() => this.list());
  #items: readonly AwayItem[] = [];
  #dropped = 0;
  #count = 0;

  constructor(tenant: string) {
    this.#tenant = tenant;
  }

  list(): AwayList {
    return { tenant: this.#tenant, items: this.#items, dropped: this.#dropped };
  }

  /** Adds what one absence brought. Of one conversation only the newest of a kind stays; its end replaces all else. */
  add(findings: readonly Finding[], from: number, to: number): void {
    if (findings.length === 0) return;
    const fresh = [...findings]
      .sort(worstFirst)
      .map((finding): AwayItem => ({ ...finding, id: `${this.#tenant}/${++this.#count}`, from, to }));
    const told = new Set(fresh.map(({ kind, conversation }) => `${kind}\n${conversation}`));
    const over = new Set(fresh.flatMap(({ kind, conversation }) => (kind === 'ended' ? [conversation] : [])));
    const kept = this.#items.filter(
      ({ kind, conversation }) => !over.has(conversation) && !told.has(`${kind}\n${conversation}`),
    );
    const all = [...fresh, ...kept];
    this.#items = all.slice(0, MAX_AWAY_ITEMS);
    this.#dropped += all.length - this.#items.length;
    this.#newest.wake();
  }

  /** Takes items off; without ids all. Ids that are not there (acknowledged in another window) are no failure. */
  acknowledge(ids: readonly string[] | undefined): void {
    const gone = ids === undefined ? undefined : new Set(ids);
    const kept = gone === undefined ? [] : this.#items.filter(({ id }) => !gone.has(id));
    if (kept.length === this.#items.length && this.#dropped === 0) return;
    this.#items = kept;
    if (kept.length === 0) this.#dropped = 0;
    this.#newest.wake();
  }

  open(changed: () => void): StreamSource<AwayList> {
    return this.#newest.open(changed);
  }
}
