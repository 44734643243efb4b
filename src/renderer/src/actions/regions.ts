const REGIONS = 'header, nav, search, aside, main, [role="grid"], [role="toolbar"], [data-region]';
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** The parts of the window that keys go between, in the order of the page: none inside of another, `main` only where it has no parts. */
function regionsOf(root: ParentNode): readonly HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>(REGIONS)].filter((part) => part.getClientRects().length > 0);
  return found.filter((part) => {
    if (part.tagName === 'MAIN') return !found.some((other) => other !== part && part.contains(other));
    return !found.some((other) => other !== part && other.tagName !== 'MAIN' && other.contains(part));
  });
}

/**
 * Moves the focus to the next part of the window, or the previous one: to its row, field or button that Tab would reach first.
 * @param by 1 for the next, -1 for the previous
 */
export function goToRegion(by: 1 | -1, root: Document = document): void {
  const regions = regionsOf(root);
  const here = regions.findIndex((region) => region.contains(root.activeElement));
  const from = here < 0 && by < 0 ? 0 : here;
  for (let step = 1; step <= regions.length; step++) {
    const region = regions.at((from + by * step) % regions.length);
    const stop = [...(region?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].find(
      (one) => one.tabIndex >= 0 && one.getClientRects().length > 0,
    );
    const target = stop ?? (region?.hasAttribute('tabindex') === true ? region : undefined);
    if (target === undefined) continue;
    target.focus();
    return;
  }
}
