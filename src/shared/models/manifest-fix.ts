/** Kinds of rows that can be put right in one go, each by the rule that its name suggests. */
export const REPAIRABLE = [
  'number-without-plus',
  'number-scientific',
  'number-with-extension',
  'number-several',
  'formula-cell',
  'cell-too-long',
  'zone-unknown',
  'too-few-cells',
  'too-many-cells',
  'quote-not-closed',
  'control-characters',
  'broken-characters',
] as const;
export type Repairable = (typeof REPAIRABLE)[number];

/** Kinds of rows whose cell can be emptied in one go: nobody is called wrongly for want of it. */
export const CLEARABLE = ['formula-cell', 'cell-too-long', 'zone-unknown', 'broken-characters'] as const;

/** Something that the operator does to rows of the file; the file itself stays as it is. Rows count from 0. */
export type ManifestFix =
  /** Other values for cells of one row. */
  | {
      readonly kind: 'edit';
      readonly row: number;
      readonly cells: readonly { readonly column: number; readonly value: string }[];
    }
  /** All rows counted by this reason, each as suggested. */
  | { readonly kind: 'repair'; readonly reason: Repairable }
  /** All rows with exactly this in the column of time zones. */
  | { readonly kind: 'zone'; readonly from: string; readonly to: string }
  /** Empties the cell that is wrong. */
  | { readonly kind: 'clear'; readonly reason: (typeof CLEARABLE)[number] }
  /** Gives all rows that lack a variable the same value. */
  | { readonly kind: 'fill'; readonly column: number; readonly value: string }
  /** Takes rows out, or puts them aside as seen when they are out already. */
  | { readonly kind: 'leave-out'; readonly rows: readonly number[] }
  /** Puts all rows counted by this reason aside as seen. */
  | { readonly kind: 'settle'; readonly reason: string }
  /** Keeps numbers that other campaigns have too. Without rows: all of them. */
  | { readonly kind: 'allow'; readonly rows?: readonly number[] };
