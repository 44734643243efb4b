import { type IdList, idsWithin } from '../lib/id-list.ts';

/** Which rows are selected, and from where a range goes. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | undefined;
}

export const NO_SELECTION: Selection = { ids: new Set(), anchor: undefined };

/** Adds a row or takes it away; a range from it begins there. */
export function toggleRow(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** Selects from the anchor to a row, in the order on screen, besides what is selected. */
export function selectRange(selection: Selection, id: string, order: IdList): Selection {
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0)
    return toggleRow({ ...selection, ids: new Set([...selection.ids].filter((one) => one !== id)) }, id);
  const range = idsWithin(order, Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor };
}
