/**
 * Mixes two whole numbers into 32 bits (murmur's finish): what is drawn for one of a million places, without the cost
 * of hashing text.
 */
export function mixIntegers(seed: number, index: number): number {
  let hash = Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The same as a fraction in [0, 1). */
export function fractionOf(seed: number, index: number): number {
  return mixIntegers(seed, index) / 4294967296;
}
