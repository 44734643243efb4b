import type { ReactNode } from 'react';

interface TabListProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly label: string }[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  /** The tab `x` has the id `prefix-x`; the panel that they fill has `panel`. */
  readonly prefix: string;
  readonly panel: string;
  readonly className?: string;
  /** Beside a title, where there is less room below the words. */
  readonly tight?: boolean;
}

/** Tabs above what they show. */
export function TabList<T extends string>(props: TabListProps<T>): ReactNode {
  const { label, tabs, chosen, onChoose, prefix, panel, className = '', tight = false } = props;
  return (
    <div role="tablist" aria-label={label} className={`flex gap-1 ${className}`}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${prefix}-${tab.id}`}
          aria-selected={tab.id === chosen}
          aria-controls={panel}
          onClick={() => onChoose(tab.id)}
          className={`border-b-2 border-transparent px-2 text-fg-2 hover:text-fg aria-selected:border-accent aria-selected:font-semibold aria-selected:text-fg ${tight ? 'pb-0.5' : 'pb-1.5'}`}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
