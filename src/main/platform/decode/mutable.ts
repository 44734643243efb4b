/** A type whose fields may be filled in one by one while a value of it is made. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
