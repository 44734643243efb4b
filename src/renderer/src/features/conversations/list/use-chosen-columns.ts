import { useState } from 'react';
import { COLUMN_IDS, type ColumnId, FIRST_COLUMNS } from './columns.tsx';

const KEY = 'conversations.columns';

function kept(): readonly ColumnId[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (!Array.isArray(read)) return FIRST_COLUMNS;
    return COLUMN_IDS.filter((id) => read.includes(id));
  } catch {
    return FIRST_COLUMNS;
  }
}

/** Which columns the operator chose, kept on this machine, and how to choose another or do without one. */
export function useChosenColumns(): readonly [readonly ColumnId[], (id: ColumnId) => void] {
  const [shown, setShown] = useState(kept);
  const toggle = (id: ColumnId) => {
    const next = COLUMN_IDS.filter((one) => (one === id ? !shown.includes(id) : shown.includes(one)));
    // Without contact and date a list says nothing; at least one column stays.
    if (next.length === 0) return;
    localStorage.setItem(KEY, JSON.stringify(next));
    setShown(next);
  };
  return [shown, toggle];
}
