import { DEFAULT_RULE } from '../../../../../shared/models/triage-rule.ts';
import type { TenantViews } from '../../../../../shared/models/views.ts';
import type { TableSort } from '../../../table/column.ts';
import { type Filters, NO_FILTERS } from './filters.ts';

/** What the list shows and how. */
export interface Look {
  readonly filters: Filters;
  readonly sort: TableSort | undefined;
  readonly pinned: ReadonlySet<string>;
  /** The name of the saved view that it came from. */
  readonly name: string | undefined;
  readonly views: TenantViews;
}

/** How the operator left a tenant's list: kept while the window lives, so that looking elsewhere costs nothing. */
export interface KeptView {
  look: Look;
  /** Whether what is kept on this machine was read. */
  loaded: boolean;
  /** Filters were asked for from elsewhere: the view that the list begins with does not replace them. */
  asked: boolean;
  /** The row that gets the focus back when its conversation is closed. */
  returnTo: string | undefined;
}

const NO_VIEWS: TenantViews = {
  columns: { order: [], hidden: [], widths: {} },
  rule: [...DEFAULT_RULE],
  saved: [],
  pinned: [],
};

const views = new Map<string, KeptView>();

/** The kept view of a person in a tenant; the same object each time. */
export function keptView(tenant: string, me: string): KeptView {
  const name = JSON.stringify([tenant, me]);
  const known = views.get(name);
  if (known !== undefined) return known;
  const look = { filters: NO_FILTERS, sort: undefined, pinned: new Set<string>(), name: undefined, views: NO_VIEWS };
  const made: KeptView = { look, loaded: false, asked: false, returnTo: undefined };
  views.set(name, made);
  return made;
}

/** Lets a tenant's list show these conversations, and no others, when it is next opened. */
export function askForFilters(tenant: string, me: string, filters: Omit<Filters, 'text'>): void {
  const kept = keptView(tenant, me);
  kept.look = { ...kept.look, filters: { ...NO_FILTERS, ...filters }, name: undefined };
  kept.asked = true;
}

/** Forgets all; for tests, which share one window. */
export function forgetViews(): void {
  views.clear();
}
