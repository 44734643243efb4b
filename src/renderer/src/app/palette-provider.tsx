import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useState } from 'react';
import { type Action, offeredActions, useActions } from '../actions/offered.ts';

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));

interface PaletteControl {
  readonly open: () => void;
  /** Fetches the palette's code before it is asked for. */
  readonly preload: () => void;
}

const PaletteContext = createContext<PaletteControl>({ open: () => undefined, preload: () => undefined });

/** Opens the command palette from the top bar. */
export function usePalette(): PaletteControl {
  return use(PaletteContext);
}

interface Shown {
  readonly what: 'palette' | 'keys';
  /** What could be done when it was opened, with the focus where it was then. */
  readonly actions: readonly Action[];
}

/** Holds the palette and the list of keys; their code is fetched when it is first wanted. */
export function PaletteProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<Shown>();
  const show = (what: Shown['what']) => setShown({ what, actions: offeredActions() });
  const control = useMemo(
    () => ({
      open: () => setShown({ what: 'palette', actions: offeredActions() }),
      preload: () => void loadPalette(),
    }),
    [],
  );
  useActions(() => [
    { id: 'palette.open', group: 'console', run: () => show('palette') },
    { id: 'keys.show', group: 'console', run: () => show('keys') },
  ]);
  const close = () => setShown(undefined);
  return (
    <PaletteContext value={control}>
      {children}
      {shown === undefined ? null : (
        <Suspense fallback={null}>
          {shown.what === 'palette' ? (
            <Palette actions={shown.actions} onClose={close} />
          ) : (
            <KeysDialog actions={shown.actions} onClose={close} />
          )}
        </Suspense>
      )}
    </PaletteContext>
  );
}
