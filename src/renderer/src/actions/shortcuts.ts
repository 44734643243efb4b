import { places } from '../app/places.ts';

/** Where keys work. Two actions may share keys only where they are never offered together. */
export const SCOPES = ['everywhere', 'live', 'wall', 'alerts', 'journal'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Shortcut {
  readonly id: string;
  readonly scope: Scope;
  /** What it has until the operator gives it others; '' for none. */
  readonly keys: string;
}

/** The actions that have keys or can be given some; worded by texts.ts under the same name. */
const NAMED = {
  'palette.open': ['everywhere', 'Mod+K'],
  'keys.show': ['everywhere', '?'],
  'region.next': ['everywhere', 'F6'],
  'region.previous': ['everywhere', 'Shift+F6'],
  'contacts.reveal': ['everywhere', 'V'],
  'rail.toggle': ['everywhere', 'Mod+B'],
  'holds.undo': ['everywhere', 'U'],
  'holds.sendNow': ['everywhere', ''],
  'holds.cancelRest': ['everywhere', ''],
  'holds.dismiss': ['everywhere', ''],
  'live.refresh': ['everywhere', ''],
  'list.openNext': ['live', 'N'],
  'list.openPrevious': ['live', 'Shift+N'],
  'list.find': ['live', '/'],
  'list.clearFilters': ['live', 'C'],
  'list.renew': ['live', '.'],
  'list.worstFirst': ['live', 'W'],
  'list.pin': ['live', 'P'],
  'list.selectAll': ['live', ''],
  'list.copy': ['live', 'Mod+C'],
  'list.export': ['live', ''],
  'list.saveView': ['live', ''],
  'list.columns': ['live', ''],
  'list.rule': ['live', ''],
  'list.next': ['everywhere', 'J'],
  'list.previous': ['everywhere', 'K'],
  'selection.takeOver': ['live', ''],
  'selection.handBack': ['live', ''],
  'selection.transfer': ['live', ''],
  'selection.complete': ['live', ''],
  'selection.clear': ['live', ''],
  'conversation.takeOver': ['live', 'T'],
  'conversation.reply': ['live', 'R'],
  'conversation.send': ['live', ''],
  'conversation.canned': ['live', 'Mod+J'],
  'conversation.handBack': ['live', 'B'],
  'conversation.transfer': ['live', 'X'],
  'conversation.complete': ['live', 'E'],
  'conversation.check': ['live', ''],
  'conversation.webApp': ['live', ''],
  'conversation.copyLink': ['live', 'L'],
  'conversation.tearOff': ['live', 'O'],
  'conversation.toEnd': ['live', 'G'],
  'conversation.close': ['live', ''],
  'alerts.acknowledgeAll': ['alerts', 'A'],
  'alerts.snoozeAll': ['alerts', 'S'],
  'alerts.newRule': ['alerts', ''],
  'journal.verify': ['journal', ''],
  'journal.exportCsv': ['journal', ''],
  'journal.exportLines': ['journal', ''],
  'wall.kiosk': ['wall', 'F'],
} as const satisfies Readonly<Record<string, readonly [Scope, string]>>;

export type NamedAction = keyof typeof NAMED;

/** Whether an id is one of those that are worded here. */
export function isNamed(id: string): id is NamedAction {
  return Object.hasOwn(NAMED, id);
}

const named: readonly Shortcut[] = Object.entries(NAMED).map(([id, [scope, keys]]) => ({ id, scope, keys }));

/** The digits open the places of the rail, in its order. */
const digits: readonly Shortcut[] = places.map(({ to }, index) => ({
  id: `go:${to}`,
  scope: 'everywhere',
  keys: index < 9 ? String(index + 1) : '',
}));

/** Everything that has keys or can be given some, in the order in which it is listed. */
export const shortcuts: readonly Shortcut[] = [...named, ...digits];
const byId = new Map(shortcuts.map((shortcut) => [shortcut.id, shortcut]));
const ranks = new Map(shortcuts.map(({ id }, at) => [id, at]));

/** Where an action stands in the list of all; those that are not in it come last. */
export function rankOf(id: string): number {
  return ranks.get(id) ?? shortcuts.length;
}

/** What the operator chose, by the action's id. */
export type Chosen = Readonly<Record<string, string>>;

/** The keys of an action; undefined when it has none. */
export function keysOf(id: string, chosen: Chosen): string | undefined {
  const keys = chosen[id] ?? byId.get(id)?.keys ?? '';
  return keys === '' ? undefined : keys;
}

/** The action that has the keys already where they would have to be told apart; undefined when they are free. */
export function conflictOf(id: string, keys: string, chosen: Chosen): Shortcut | undefined {
  const mine = byId.get(id);
  return shortcuts.find(
    (other) =>
      other.id !== id && keysOf(other.id, chosen) === keys && (mine === undefined || meet(mine.scope, other.scope)),
  );
}

function meet(one: Scope, other: Scope): boolean {
  return one === other || one === 'everywhere' || other === 'everywhere';
}

/** The choices with one made: other keys, '' for none, or undefined for what it had at first. */
export function choose(chosen: Chosen, id: string, keys: string | undefined): Record<string, string> {
  const { [id]: _, ...others } = chosen;
  // What is as at first is not kept, so that a newer console may improve it.
  return keys === undefined || keys === byId.get(id)?.keys ? others : { ...others, [id]: keys };
}
