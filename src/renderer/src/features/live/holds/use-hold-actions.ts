import type { Hold } from '../../../../../shared/models/hold.ts';
import { useActions } from '../../../actions/offered.ts';

export type Press = 'undo' | 'sendNow' | 'cancelRest' | 'again' | 'dismiss';

/** Offers what can be done with held commands: with the newest of those it can be done to. */
export function useHoldActions(holds: readonly Hold[], press: (what: Press, hold: Hold) => void): void {
  const group = 'holds';
  useActions(() => {
    const held = holds.findLast(({ phase }) => phase === 'held');
    const sending = holds.findLast(({ phase, counts }) => phase === 'sending' && counts.waiting > 0);
    const over = holds.filter(({ phase }) => phase === 'finished' || phase === 'not-sent');
    const dismissAll = () => {
      for (const hold of over) press('dismiss', hold);
    };
    return [
      ...(held === undefined
        ? []
        : ([
            { id: 'holds.undo', group, run: () => press('undo', held) },
            { id: 'holds.sendNow', group, run: () => press('sendNow', held) },
          ] as const)),
      ...(sending === undefined
        ? []
        : ([{ id: 'holds.cancelRest', group, run: () => press('cancelRest', sending) }] as const)),
      ...(over.length === 0 ? [] : ([{ id: 'holds.dismiss', group, run: dismissAll }] as const)),
    ];
  });
}
