import type { ReactNode } from 'react';

const isMac = /mac/i.test(navigator.platform);

/** The keys as this computer names them: `Mod+K` is ⌘K on macOS and Ctrl K elsewhere. */
export function keyWords(keys: string): string {
  return keys
    .split('+')
    .map((key) => (key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key))
    .join(isMac ? '' : ' ');
}

/** A shortcut, small and quiet. */
export function KeyHint({ keys }: { readonly keys: string }): ReactNode {
  return <kbd className="rounded-sm border border-line-strong px-1 font-mono text-xs text-fg-3">{keyWords(keys)}</kbd>;
}
