/** The texts of one feature in one language: words by key, nested at will. Plurals end in `_one` and `_other`. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** The same keys as `T`. French may add `_many` (1 000 000 de …) beside `_other`. */
export type SameKeys<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]>;
} & { readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_many` : never]?: string };

/** Declares a feature's texts; the compiler holds French to the keys of English. */
export function defineTexts<const En extends TextTree, Fr extends SameKeys<En>>(texts: {
  en: En;
  fr: Fr;
}): { en: En; fr: Fr } {
  return texts;
}
