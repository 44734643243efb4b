import { useActions } from '../actions/offered.ts';
import { goToRegion } from '../actions/regions.ts';
import { useActionKeys } from '../actions/use-action-keys.ts';
import { reveal } from '../lib/reveal.ts';
import { hasRows, stepRow } from '../table/step-row.ts';
import { useLookActions } from './use-look-actions.ts';

/** Offers what can be done in every window, whatever it shows, and listens to the keys. */
export function useWindowActions(): void {
  useActionKeys();
  useLookActions();
  useActions(() => [
    { id: 'region.next', group: 'console', run: () => goToRegion(1) },
    { id: 'region.previous', group: 'console', run: () => goToRegion(-1) },
    {
      id: 'contacts.reveal',
      group: 'console',
      run: () => reveal(true),
      release: () => reveal(false),
    },
    ...(hasRows()
      ? ([
          { id: 'list.next', group: 'list', run: () => stepRow('ArrowDown') },
          { id: 'list.previous', group: 'list', run: () => stepRow('ArrowUp') },
        ] as const)
      : []),
  ]);
}
