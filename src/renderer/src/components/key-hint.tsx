import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isMac } from '../lib/platform.ts';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
};
const ON_MAC: Readonly<Record<string, string>> = { Mod: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' };
/** As the keyboards of French Canada name them. */
const FRENCH: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Shift: 'Maj',
  Enter: 'Entrée',
  Space: 'Espace',
  Esc: 'Échap',
  Home: 'Début',
  End: 'Fin',
  PageUp: 'Page préc.',
  PageDown: 'Page suiv.',
  Delete: 'Suppr',
};

/** The keys as this computer names them: `Mod+K` is ⌘K on macOS and Ctrl K elsewhere. */
export function keyWords(keys: string, language: string, mac: boolean = isMac): string {
  const french = language.startsWith('fr');
  const word = (key: string) =>
    SIGNS[key] ??
    (mac ? ON_MAC[key] : undefined) ??
    (french ? FRENCH[key] : undefined) ??
    (key === 'Mod' ? 'Ctrl' : key);
  return keys
    .split('+')
    .map(word)
    .join(mac ? '' : ' ');
}

/** `keyWords` in the language in force. */
export function useKeyWords(): (keys: string) => string {
  const { i18n } = useTranslation();
  return (keys) => keyWords(keys, i18n.language);
}

/** A shortcut, small and quiet. */
export function KeyHint({ keys }: { readonly keys: string }): ReactNode {
  const words = useKeyWords();
  return <kbd className="rounded-sm border border-line-strong px-1 font-mono text-xs text-fg-3">{words(keys)}</kbd>;
}
