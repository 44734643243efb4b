const day = 86_400_000;
let lastDay = Number.NaN;
let lastDate = '';

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/**
 * ISO-8601 UTC with milliseconds, as Date's own toISOString writes it for the years 1970 to 9999. Ten times as fast,
 * because thousands of events and ten thousand beginnings fall on the same few days: the date is kept.
 */
export function isoTime(at: number): string {
  const whole = Math.floor(at);
  const today = Math.floor(whole / day);
  if (today !== lastDay) {
    lastDay = today;
    lastDate = new Date(today * day).toISOString().slice(0, 11);
  }
  const ms = whole - today * day;
  const rest = ms % 1_000;
  const seconds = (ms - rest) / 1_000;
  const tail = rest < 10 ? `00${rest}` : rest < 100 ? `0${rest}` : String(rest);
  return `${lastDate}${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${tail}Z`;
}
