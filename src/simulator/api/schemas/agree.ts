type Plain = string | number | boolean | null | undefined;

/** zod's optional keys may also be undefined, the world's may not: for the comparison both may. */
type Loose<T> = T extends Plain
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : { readonly [K in keyof T]: Record<never, never> extends Pick<T, K> ? Loose<T[K]> | undefined : Loose<T[K]> };

/**
 * `true` only when the type that a schema describes and the world's own type fit each other both ways; anything else is
 * a compile error at the place that says so.
 */
export type Agree<Described, Actual> = [Described] extends [Loose<Actual>]
  ? [Actual] extends [Described]
    ? true
    : { readonly missingInDescribed: Exclude<keyof Actual, keyof Described> }
  : { readonly missingInActual: Exclude<keyof Described, keyof Actual> };
