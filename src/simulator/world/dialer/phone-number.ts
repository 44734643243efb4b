/**
 * The number as a whole number of at most 15 digits (which a double holds exactly), or undefined when it is not E.164.
 * Numbers of the North American plan are checked further: ten digits, area and exchange code from 200 on, not N11.
 */
export function packPhone(text: string): number | undefined {
  if (!/^\+[1-9]\d{6,14}$/.test(text)) return undefined;
  if (text.startsWith('+1') && !/^\+1[2-9](?!11)\d\d[2-9](?!11)\d{6}$/.test(text)) return undefined;
  return Number(text.slice(1));
}

/** The way back of {@link packPhone}. */
export function phoneText(packed: number): string {
  return `+${packed}`;
}
