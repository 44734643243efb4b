/** Colours of a chart by the names of the tokens: `series-1`, `warn`, `fg-3`, … */
export type ChartColour =
  | 'series-1'
  | 'series-2'
  | 'series-3'
  | 'series-4'
  | 'series-5'
  | 'series-6'
  | 'warn'
  | 'danger'
  | 'fg-3';

export const SERIES: readonly ChartColour[] = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'];

/** What was read of the look in force: fifty charts ask for the same few colours with every value. */
const known = new Map<string, string>();
let knownOf = '';

/** The token's value as the theme in force has it. */
export function colourOf(
  name: ChartColour | 'line' | 'line-strong' | 'fg' | 'fg-2' | 'accent' | 'surface' | 'bg',
): string {
  const { theme = '', contrast = '' } = document.documentElement.dataset;
  const look = `${theme} ${contrast}`;
  if (look !== knownOf) known.clear();
  knownOf = look;
  const before = known.get(name);
  if (before !== undefined) return before;
  const read = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim() || 'currentColor';
  known.set(name, read);
  return read;
}

/** The same with so much of it (0 to 1). */
export function faint(colour: string, share: number): string {
  return `color-mix(in oklab, ${colour} ${share * 100}%, transparent)`;
}

/** Told when the theme changes; charts on a canvas must be drawn anew. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-contrast'] });
  return () => observer.disconnect();
}
