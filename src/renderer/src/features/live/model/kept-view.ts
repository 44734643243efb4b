import type { TableSort } from '../../../table/column.ts';
import { type Filters, NO_FILTERS } from './filters.ts';

/** How the operator left a tenant's list: kept while the window lives, so that looking elsewhere costs nothing. */
export interface KeptView {
  filters: Filters;
  sort: TableSort | undefined;
  /** The row that gets the focus back when its conversation is closed. */
  returnTo: string | undefined;
}

const views = new Map<string, KeptView>();

/** The kept view of a person in a tenant; the same object each time. */
export function keptView(tenant: string, me: string): KeptView {
  const name = JSON.stringify([tenant, me]);
  const known = views.get(name);
  if (known !== undefined) return known;
  const made: KeptView = { filters: NO_FILTERS, sort: undefined, returnTo: undefined };
  views.set(name, made);
  return made;
}

/** Forgets all; for tests, which share one window. */
export function forgetViews(): void {
  views.clear();
}
