const MINUTE = 60_000;

let minute = Number.NaN;
let upToSeconds = '';

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

/**
 * An instant (epoch ms) as `toISOString` writes it. The calendar is asked once for all the instants of a minute that follow
 * each other: messages come seconds apart, and an export has a million of them.
 * @throws RangeError for what is no instant
 */
export function instantText(at: number): string {
  const whole = Math.trunc(at);
  const of = Math.floor(whole / MINUTE);
  if (of !== minute) {
    upToSeconds = new Date(of * MINUTE).toISOString().slice(0, -'00.000Z'.length);
    minute = of;
  }
  const rest = whole - of * MINUTE;
  return `${upToSeconds}${padded(Math.floor(rest / 1000), 2)}.${padded(rest % 1000, 3)}Z`;
}
