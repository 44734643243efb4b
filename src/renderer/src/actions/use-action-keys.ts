import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { usePreferences } from '../app/session-context.tsx';
import { announce } from '../components/announcer.tsx';
import { isText, pressedKeys } from './key-press.ts';
import { type Action, offeredActions } from './offered.ts';
import { keysOf, shortcuts } from './shortcuts.ts';

/** The keys of an action as they are now; undefined when it has none. */
export function useKeysOf(id: string): string | undefined {
  return keysOf(id, usePreferences().preferences.shortcuts);
}

/** Whether a key press belongs to what has the focus: a field takes text, a dialog or menu takes all. */
function isTaken(event: KeyboardEvent, keys: string): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (isText(keys) && target.closest('input, textarea, select, [contenteditable="true"]') !== null) return true;
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

/** Does what is offered when its keys are pressed. Once in a window. */
export function useActionKeys(): void {
  const chosen = usePreferences().preferences.shortcuts;
  const inUse = useMemo(() => new Set(shortcuts.map(({ id }) => keysOf(id, chosen))), [chosen]);
  const held = useRef<Action & { readonly key: string }>(undefined);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const keys = pressedKeys(event);
    if (keys === undefined || !inUse.has(keys) || isTaken(event, keys)) return;
    const actions = offeredActions().filter(({ id }) => keysOf(id, chosen) === keys);
    const action = actions.find(({ disabledReason }) => disabledReason === undefined);
    if (action === undefined) {
      const reason = actions[0]?.disabledReason;
      if (reason !== undefined && !event.repeat) announce(reason, 'assertive');
      return;
    }
    event.preventDefault();
    if (action.release !== undefined) {
      if (event.repeat) return;
      held.current = { ...action, key: event.key.toLowerCase() };
    }
    action.run();
  });
  const letGo = useEffectEvent((event?: KeyboardEvent) => {
    if (held.current === undefined || (event !== undefined && event.key.toLowerCase() !== held.current.key)) return;
    held.current.release?.();
    held.current = undefined;
  });
  useEffect(() => {
    const down = (event: KeyboardEvent) => onKeyDown(event);
    const up = (event: KeyboardEvent) => letGo(event);
    // A window that loses the focus never hears that the key was let go.
    const blur = () => letGo();
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', blur);
    return () => {
      blur();
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', blur);
    };
  }, []);
}
