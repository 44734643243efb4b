import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { loaded } from './change-look.ts';
import { keptView, type Look } from './kept-view.ts';

const SAVE_AFTER_MS = 300;

/** The look of a tenant's list: read from this machine once, kept on it after each change of what belongs there. */
export function useLook(tenant: string, me: string): readonly [Look, (change: (look: Look) => Look) => void] {
  const kept = keptView(tenant, me);
  const [look, setLook] = useState(kept.look);
  /** Saves what is not saved yet, at once. */
  const unsaved = useRef<() => void>(undefined);

  const show = useCallback(
    (next: Look) => {
      kept.look = next;
      setLook(next);
    },
    [kept],
  );
  const change = useCallback(
    (change: (look: Look) => Look) => {
      const before = kept.look;
      const next = change(before);
      show(next);
      if (next.views === before.views) return;
      kept.loaded = true;
      if (unsaved.current !== undefined) return;
      const save = () => {
        clearTimeout(timer);
        unsaved.current = undefined;
        // An arrangement that cannot be kept holds for this run; main tells of a full disk by its own banner.
        call((api) => api.views.set({ tenant, views: kept.look.views })).catch(() => undefined);
      };
      const timer = setTimeout(save, SAVE_AFTER_MS);
      unsaved.current = save;
    },
    [kept, tenant, show],
  );
  useEffect(() => {
    if (kept.loaded) return;
    call((api) => api.views.get({ tenant }))
      .then((views) => {
        if (kept.loaded) return;
        kept.loaded = true;
        show(kept.asked ? { ...kept.look, views } : loaded(kept.look, views));
      })
      // The list works without what was kept; it is asked for again with the next visit.
      .catch(() => undefined);
  }, [kept, tenant, show]);
  useEffect(() => () => unsaved.current?.(), []);
  return [look, change];
}
