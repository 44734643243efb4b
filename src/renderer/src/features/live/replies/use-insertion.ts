import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { MAX_TEXT } from '../model/limits.ts';
import { type Inserted, insertAt } from './placeholders.ts';

interface Options {
  readonly text: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onEdit: (text: string) => void;
}

interface Insertion {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** Puts a text at the cursor and closes; false, and nothing is done, where it would be too long. */
  readonly insert: (piece: string) => boolean;
  readonly onFocus: () => void;
}

/** Opens something over a field that inserts into it. Afterwards the field has the keyboard, at the right place. */
export function useInsertion({ text, field, onEdit }: Options): Insertion {
  const [isOpen, setOpen] = useState(false);
  /** Before its first focus the cursor of a field is where nobody put it: then the end is meant. */
  const visited = useRef(false);
  const after = useRef<Pick<Inserted, 'from' | 'to'> | 'as-it-was'>(undefined);

  useEffect(() => {
    const place = after.current;
    if (isOpen || place === undefined) return;
    after.current = undefined;
    field.current?.focus();
    if (place !== 'as-it-was') field.current?.setSelectionRange(place.from, place.to);
  }, [isOpen, field]);

  const insert = (piece: string): boolean => {
    const area = visited.current ? field.current : null;
    const selection = { from: area?.selectionStart ?? text.length, to: area?.selectionEnd ?? text.length };
    const done = insertAt(text, piece, selection, MAX_TEXT);
    if (done === undefined) return false;
    after.current = done;
    onEdit(done.text);
    setOpen(false);
    return true;
  };
  return {
    isOpen,
    open: useCallback(() => setOpen(true), []),
    close: useCallback(() => {
      after.current = 'as-it-was';
      setOpen(false);
    }, []),
    insert,
    onFocus: useCallback(() => {
      visited.current = true;
    }, []),
  };
}
