import type { TFunction } from 'i18next';

const KNOWN = ['accepted', 'partially-accepted', 'rejected', 'cancelled', 'reversed'] as const;

/** The state of an import in words; a state that nobody here knows stays as the instance names it. */
export function stateWord(state: string, t: TFunction<'manifest'>): string {
  const known = KNOWN.find((one) => one === state);
  return known === undefined ? state : t(`receipt.states.${known}`);
}
