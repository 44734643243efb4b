import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../bridge/bridge.ts';
import { emptyForm, type Form } from './form.ts';

/** After so long without a keystroke what was typed is kept. */
const PAUSE_MS = 400;

export interface FormDraft {
  /** What is typed; undefined until it is known whether something was kept, or nothing to start from came yet. */
  readonly form: Form | undefined;
  /** What is on screen was typed before, and is not the campaign's. */
  readonly kept: boolean;
  readonly change: (patch: Partial<Form>) => void;
  /** Forgets what was typed. */
  readonly forget: () => void;
}

/**
 * What is typed about a campaign, kept over closing, a crash and a restart until it is sent or put away.
 * @param start the campaign as it is, or an empty one; undefined while it is read
 */
export function useFormDraft(tenant: string, id: string, start: Form | undefined): FormDraft {
  const [typed, setTyped] = useState<Partial<Form>>();
  const [asked, setAsked] = useState(false);
  const [kept, setKept] = useState(false);
  const unsaved = useRef<Partial<Form>>(undefined);

  const save = useCallback(
    (text: string) => void call((api) => api.drafts.set({ tenant, id, text })).catch(() => undefined),
    [tenant, id],
  );
  const flush = useCallback(() => {
    if (unsaved.current !== undefined) save(JSON.stringify(unsaved.current));
    unsaved.current = undefined;
  }, [save]);

  useEffect(() => {
    let gone = false;
    call((api) => api.drafts.get({ tenant, id }))
      .then((text) => {
        const found = readTyped(text);
        if (gone || found === undefined) return;
        setTyped(found);
        setKept(true);
      })
      .catch(() => undefined)
      .finally(() => {
        if (!gone) setAsked(true);
      });
    return () => {
      gone = true;
    };
  }, [tenant, id]);

  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, flush]);
  useEffect(() => flush, [flush]);

  // Only what was typed is kept: a field that somebody else changed meanwhile is theirs unless it was typed over here.
  const form = asked && start !== undefined ? { ...start, ...typed } : undefined;
  const change = (patch: Partial<Form>) => {
    const next = { ...typed, ...patch };
    unsaved.current = next;
    setTyped(next);
  };
  const forget = () => {
    unsaved.current = undefined;
    setTyped(undefined);
    setKept(false);
    save('');
  };
  return { form, kept, change, forget };
}

/** What was kept; undefined for nothing, or for what no console wrote. */
function readTyped(text: string): Partial<Form> | undefined {
  if (text === '') return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return isTyped(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isTyped(read: unknown): read is Partial<Form> {
  if (typeof read !== 'object' || read === null) return false;
  const like: Record<string, unknown> = { ...emptyForm('UTC') };
  return Object.entries(read).every(
    ([key, value]) =>
      Object.hasOwn(like, key) &&
      typeof value === typeof like[key] &&
      Array.isArray(value) === Array.isArray(like[key]),
  );
}
