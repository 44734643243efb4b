import type { ReactElement } from 'react';

/** One thing that a menu offers. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly onAction: () => void;
  readonly icon?: ReactElement;
  /** A second line: what it does, or why it cannot be done. */
  readonly note?: string;
  readonly shortcut?: string | undefined;
  /** Entries of one section stand together under its name; a blank is a line without a name. */
  readonly section?: string;
  readonly disabled?: boolean;
}
