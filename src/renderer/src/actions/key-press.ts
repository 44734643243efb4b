import { isMac } from '../lib/platform.ts';

/** What of a key press counts: a part of KeyboardEvent. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly getModifierState?: (modifier: string) => boolean;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  [' ', 'Space'],
  ['+', 'Plus'],
  ['Escape', 'Esc'],
]);
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn']);

/**
 * A key press as text: `T`, `?`, `Shift+N`, `Mod+K`, `F6`. `Mod` is ⌘ on macOS and Ctrl elsewhere; Shift is named only where
 * it does not make another character. Undefined for modifiers alone, dead keys and what belongs to the system.
 */
export function pressedKeys(event: KeyPress, mac: boolean = isMac): string | undefined {
  const { key } = event;
  if (key === '' || MODIFIERS.has(key) || key === 'Dead' || key === 'Process' || key === 'Unidentified')
    return undefined;
  // With AltGr a character is typed; Windows tells it as Ctrl and Alt.
  const altGraph = event.getModifierState?.('AltGraph') === true;
  const mod = !altGraph && (mac ? event.metaKey : event.ctrlKey);
  const alt = !altGraph && event.altKey;
  const other = !altGraph && (mac ? event.ctrlKey : event.metaKey);
  if (other) return undefined;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const shift = event.shiftKey && (isLetter || key.length > 1 || key === ' ');
  const name = NAMED.get(key) ?? (isLetter ? key.toUpperCase() : key);
  return [mod ? 'Mod' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter((part) => part !== '').join('+');
}

/** Whether keys are text to a field: bare characters, with or without Shift. */
export function isText(keys: string): boolean {
  return !/^(Mod|Alt)\+|^(Shift\+)?F\d+$/u.test(keys);
}

/** Whether keys belong to fields, tables, menus and the system everywhere, so that no action may have them. */
export function isReserved(keys: string): boolean {
  if (/^(Mod\+)?(Shift\+)?(Tab|Enter|Esc|Space|Backspace|Delete|Home|End|PageUp|PageDown|Arrow\w+)$/u.test(keys))
    return true;
  if (/^Alt\+(F4|Arrow\w+|Tab|Esc|Space)$/u.test(keys)) return true;
  return /^Mod\+(Shift\+)?[AVXZYQWMH]$|^Mod\+(Shift\+)?(Plus|-|0)$/u.test(keys);
}
