import { useEffect } from 'react';

/** Ctrl or Cmd with Z takes the last fix back, with Shift it brings it again; in a field the key is the field's own. */
export function useUndoKey(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select') !== null) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
