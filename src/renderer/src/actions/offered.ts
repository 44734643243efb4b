import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedAction } from './shortcuts.ts';

/** Where the palette lists an action, in this order. */
export const GROUPS = [
  'conversation',
  'selection',
  'list',
  'holds',
  'page',
  'go',
  'filter',
  'tenants',
  'look',
  'console',
] as const;
export type Group = (typeof GROUPS)[number];

interface Deed {
  readonly group: Group;
  /** Other words that find it. */
  readonly keywords?: readonly string[];
  /** Why it cannot be done now; it is listed all the same. */
  readonly disabledReason?: string | undefined;
  readonly run: () => void;
  /** For what lasts while its key is held down: called when it is let go. */
  readonly release?: () => void;
}

/** Something that can be done now: one of shortcuts.ts, which is worded there and may have keys, or one that words itself. */
export type Action = Deed &
  (
    | { readonly id: NamedAction; readonly label?: undefined }
    | { readonly id: `${string}:${string}`; readonly label: string }
  );

const makers = new Set<() => readonly Action[]>();

/** Everything that the window can do now. Made when it is asked for, so that offering costs nothing meanwhile. */
export function offeredActions(): readonly Action[] {
  return [...makers].flatMap((make) => make());
}

/** Does an offered action, by its id, as its key would; false when it is not offered or cannot be done. */
export function runAction(id: string): boolean {
  const action = offeredActions().find((one) => one.id === id && one.disabledReason === undefined);
  action?.run();
  return action !== undefined;
}

/**
 * Offers actions to the palette and to keys while the component is there. `make` is called when they are wanted, with the focus
 * still where the operator left it.
 */
export function useActions(make: () => readonly Action[]): void {
  const current = useEffectEvent(make);
  useEffect(() => {
    const maker = () => current();
    makers.add(maker);
    return () => {
      makers.delete(maker);
    };
  }, []);
}

/** What actions are called in the language in force. */
export function useActionWords(): (action: Action) => string {
  const { t } = useTranslation('actions');
  return (action) => action.label ?? t(`do.${action.id}`);
}
