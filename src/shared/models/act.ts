import type { Failure } from './failure.ts';

/** How a thing looked: its telling fields as plain values. */
export type Picture = Readonly<Record<string, string | number | boolean | undefined>>;

/** A field that is no longer as it was on screen. */
export interface PictureDifference {
  readonly field: string;
  readonly before: string;
  readonly now: string;
}

/**
 * The outcome of one write on something that can be read again. `now` is how it was found afterwards. `unknown`: it was
 * sent once and nothing proves whether it took effect; it is never sent again by itself.
 */
export type ActResult<T> =
  | { readonly outcome: 'done'; readonly now?: T }
  | {
      readonly outcome: 'refused';
      readonly failure: Failure;
      readonly differences: readonly PictureDifference[];
      readonly now?: T;
    }
  | { readonly outcome: 'unknown'; readonly failure: Failure; readonly now?: T };
