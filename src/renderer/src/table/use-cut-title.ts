import { type PointerEvent, useEffect, useRef } from 'react';

/**
 * A cell that is cut tells all of itself under the pointer. Kept ready in each cell, it would have to be kept up to date; and
 * it goes with the pointer and with the columns, so that what was shown and is masked again is not left in it.
 * @param columns what the cells are drawn by
 * @returns what the body of the table listens to
 */
export function useCutTitle(columns: unknown) {
  const titled = useRef<HTMLElement>(undefined);
  const clear = () => {
    titled.current?.removeAttribute('title');
    titled.current = undefined;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns are what ends it
  useEffect(() => clear, [columns]);
  return {
    onPointerOver: ({ target }: PointerEvent) => {
      clear();
      const cell = target instanceof Element ? target.closest('td') : null;
      if (cell === null || cell.querySelector('[title]') !== null || cell.scrollWidth <= cell.clientWidth) return;
      cell.title = cell.textContent;
      titled.current = cell;
    },
    onPointerOut: clear,
  };
}
