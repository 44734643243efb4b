import { maskContact } from '../../../../shared/models/mask.ts';

/** How many digits of a number stay readable. */
const SHOWN = 4;

/**
 * A cell of the column of numbers with its digits hidden: a whole number as everywhere in the console, anything else in its own
 * shape, since the shape is what is wrong with it (`•••-•55-01`).
 */
export function maskNumberCell(value: string): string {
  if (/^\+\d{7,15}$/.test(value)) return maskContact(value);
  let left = (value.match(/\d/g)?.length ?? 0) - SHOWN;
  return value.replace(/\d/g, (digit) => {
    left -= 1;
    return left >= 0 ? '•' : digit;
  });
}
