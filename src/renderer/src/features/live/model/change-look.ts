import { MAX_PINNED } from '../../../../../shared/models/triage-rule.ts';
import type { ColumnLayout, SavedView, TenantViews } from '../../../../../shared/models/views.ts';
import { type Filters, NO_FILTERS } from './filters.ts';
import type { Look } from './kept-view.ts';

/** The look of a saved view. What is pinned stays: it belongs to the moment. */
export function lookOf(view: SavedView, before: Look): Look {
  const { filters, sort, columns, rule, name } = view;
  return {
    ...before,
    filters: { ...NO_FILTERS, ...given(filters) },
    sort,
    name,
    views: { ...before.views, columns, rule },
  };
}

/** The look as a view of that name, in place of one of the same name. Text to find is not kept. */
export function saveAs(look: Look, name: string): Look {
  const { text: _, ...filters } = look.filters;
  const { columns, rule, saved } = look.views;
  const view: SavedView = { name, filters, sort: look.sort, columns, rule };
  const others = saved.filter((one) => one.name !== name);
  const next = [...others, view].sort((a, b) => a.name.localeCompare(b.name));
  return { ...look, name, views: { ...look.views, saved: next } };
}

/** Without the saved view of that name; the list keeps looking as it does. */
export function forget(look: Look, name: string): Look {
  const { begin, ...views } = look.views;
  const kept = begin === undefined || begin === name ? {} : { begin };
  const saved = views.saved.filter((one) => one.name !== name);
  return { ...look, name: look.name === name ? undefined : look.name, views: { ...views, ...kept, saved } };
}

/** The list begins with the view of that name; with none, as it was left. */
export function beginWith(look: Look, name: string | undefined): Look {
  const { begin: _, ...views } = look.views;
  return { ...look, views: name === undefined ? views : { ...views, begin: name } };
}

export function withColumns(look: Look, change: Partial<ColumnLayout>): Look {
  return { ...look, views: { ...look.views, columns: { ...look.views.columns, ...change } } };
}

/** Gives one column a width; undefined gives it its own again. */
export function withWidth(look: Look, id: string, width: number | undefined): Look {
  const { [id]: _, ...others } = look.views.columns.widths;
  return withColumns(look, { widths: width === undefined ? others : { ...others, [id]: width } });
}

/** Pins a row to the top or lets it go. */
export function togglePin(look: Look, id: string): Look {
  const pinned = new Set(look.pinned);
  if (!pinned.delete(id)) pinned.add(id);
  return pinnedAs(look, [...pinned].slice(-MAX_PINNED));
}

/** Pins all of them, or lets all go when all are pinned. */
export function togglePins(look: Look, ids: Iterable<string>): Look {
  const all = [...ids];
  const drop = all.every((id) => look.pinned.has(id));
  const others = [...look.pinned].filter((id) => !all.includes(id));
  return pinnedAs(look, (drop ? others : [...others, ...all]).slice(-MAX_PINNED));
}

function pinnedAs(look: Look, ids: string[]): Look {
  return { ...look, pinned: new Set(ids), views: { ...look.views, pinned: ids } };
}

/** What was kept on this machine comes in: the list begins with the chosen view, if there is one. */
export function loaded(look: Look, views: TenantViews): Look {
  const next = { ...look, views, pinned: new Set([...views.pinned, ...look.pinned]) };
  const begin = views.saved.find(({ name }) => name === views.begin);
  return begin === undefined ? next : lookOf(begin, next);
}

/** Without the keys that are only undefined: a crossing of processes keeps them. */
function given(filters: SavedView['filters']): Omit<Filters, 'text'> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}
