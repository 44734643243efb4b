import { useLayoutEffect } from 'react';

/** Dark for as long as it is shown, whatever theme the operator has at the desk: a wall hangs in a dim room. */
export function useNight(on: boolean): void {
  useLayoutEffect(() => {
    if (!on) return;
    const root = document.documentElement;
    const before = root.dataset['theme'];
    const darken = () => {
      if (root.dataset['theme'] !== 'dark') root.dataset['theme'] = 'dark';
    };
    darken();
    // A change of the preferences puts the desk's theme on every window.
    const observer = new MutationObserver(darken);
    observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      observer.disconnect();
      if (before !== undefined) root.dataset['theme'] = before;
    };
  }, [on]);
}
