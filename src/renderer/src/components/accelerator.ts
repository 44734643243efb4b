import { isMac } from '../lib/platform.ts';
import { keyWords } from './key-hint.tsx';

/** A key press, as far as an accelerator is made of it. */
export type AcceleratorPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Electron's names for modifiers, as the console names them (actions/key-press.ts). */
function consoleName(part: string, mac: boolean): string {
  const name = part.toLowerCase();
  if (name === 'commandorcontrol' || name === 'cmdorctrl') return 'Mod';
  if (name === 'command' || name === 'cmd') return mac ? 'Mod' : 'Cmd';
  if (name === 'control' || name === 'ctrl') return mac ? 'Control' : 'Mod';
  if (name === 'option' || name === 'alt') return 'Alt';
  if (name === 'shift') return 'Shift';
  const arrow = /^(Up|Down|Left|Right)$/u.exec(part);
  return arrow === null ? part : `Arrow${part}`;
}

/** Keys of the whole system as this computer names them: `CommandOrControl+Alt+P` is Ctrl+Alt+P, and ⌘⌥P on macOS. */
export function acceleratorWords(accelerator: string, language: string, mac: boolean = isMac): string {
  const parts = accelerator.split('+').map((part) => keyWords(consoleName(part, mac), language, mac));
  return parts.join(mac ? '' : '+');
}

const NAMED: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ' ': 'Space',
  '+': 'Plus',
};

/**
 * A key press as Electron writes keys of the whole system. Undefined for modifiers alone, and for a bare key, which would be
 * taken from every other program; function keys may be bare.
 */
export function acceleratorOf(press: AcceleratorPress, mac: boolean = isMac): string | undefined {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press;
  // With modifiers a key may type another character, or a dead one: its place on the keyboard tells which it is.
  const placed = /^(?:Key([A-Z])|Digit(\d))$/u.exec(code);
  const name = /^[a-z0-9]$/iu.test(key) ? key.toUpperCase() : (placed?.[1] ?? placed?.[2] ?? NAMED[key] ?? key);
  if (!/^([A-Z0-9]|F\d{1,2}|Up|Down|Left|Right|Space|Plus|Home|End|PageUp|PageDown|Insert)$/u.test(name))
    return undefined;
  const mod = mac ? metaKey : ctrlKey;
  const other = mac ? ctrlKey : metaKey;
  if (!mod && !other && !altKey && !/^F\d/u.test(name)) return undefined;
  return [
    mod ? 'CommandOrControl' : '',
    other ? (mac ? 'Control' : 'Super') : '',
    altKey ? 'Alt' : '',
    shiftKey ? 'Shift' : '',
    name,
  ]
    .filter((part) => part !== '')
    .join('+');
}
