import { createContext, lazy, type ReactNode, Suspense, use, useEffect, useMemo, useState } from 'react';

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

interface PaletteControl {
  readonly open: () => void;
  /** Fetches the palette's code before it is asked for. */
  readonly preload: () => void;
}

const PaletteContext = createContext<PaletteControl>({ open: () => undefined, preload: () => undefined });

/** Opens the command palette from the top bar and by Ctrl/Cmd-K. */
export function usePalette(): PaletteControl {
  return use(PaletteContext);
}

/** Holds the palette; its code is fetched when it is first wanted. */
export function PaletteProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const control = useMemo(() => ({ open: () => setOpen(true), preload: () => void loadPalette() }), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <PaletteContext value={control}>
      {children}
      {isOpen ? (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </PaletteContext>
  );
}
