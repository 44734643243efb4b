import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Completion, completionsAt, type KnownValues } from '../../../../../shared/query/complete-query.ts';
import type { QueryProblem } from '../../../../../shared/query/parse-query.ts';

interface QueryBoxProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onSearch: (text: string) => void;
  readonly problems: readonly QueryProblem[];
  /** Asked for when something is completed. */
  readonly known: () => KnownValues;
  readonly field: Ref<HTMLInputElement>;
}

/** The search field: words, "phrases" and fields, completed while they are typed (ARIA combobox, list autocomplete). */
export function QueryBox({ value, onChange, onSearch, problems, known, field }: QueryBoxProps): ReactNode {
  const { t } = useTranslation('conversations');
  const list = useId();
  const [cursor, setCursor] = useState(value.length);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const completions = useMemo(() => (open ? completionsAt(value, cursor, known()) : []), [open, value, cursor, known]);

  const take = (completion: Completion) => {
    const text = value.slice(0, completion.from) + completion.text + value.slice(completion.to);
    onChange(text);
    setCursor(completion.from + completion.text.length);
    setActive(-1);
    setOpen(completion.isField);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' && completions.length > 0) setActive((at) => (at + 1) % completions.length);
    else if (event.key === 'ArrowDown') setOpen(true);
    else if (event.key === 'ArrowUp' && completions.length > 0)
      setActive((at) => (at <= 0 ? completions.length : at) - 1);
    else if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key === 'Enter') {
      const chosen = completions[active];
      if (chosen === undefined) {
        setOpen(false);
        onSearch(value);
      } else take(chosen);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="relative min-w-72 flex-1">
      <Search className="icon pointer-events-none absolute top-2 left-2 text-fg-3" aria-hidden />
      <input
        ref={field}
        role="combobox"
        aria-label={t('search')}
        aria-expanded={completions.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 ? undefined : `${list}-${active}`}
        aria-invalid={problems.length > 0 || undefined}
        placeholder={t('searchHint')}
        spellCheck={false}
        autoComplete="off"
        maxLength={1000}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setCursor(event.target.selectionStart ?? event.target.value.length);
          setActive(-1);
          setOpen(true);
        }}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className="h-8 w-full rounded-md border border-control-line bg-bg ps-8 pe-2 text-md text-fg placeholder:text-fg-3 aria-invalid:border-warn"
      />
      <div
        id={list}
        role="listbox"
        aria-label={t('completions')}
        hidden={completions.length === 0}
        className="absolute inset-x-0 top-9 z-20 max-h-72 overflow-auto rounded-md border border-line-strong bg-raised py-1 shadow-overlay"
      >
        {completions.map((completion, at) => (
          <div
            key={completion.text}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === active}
            tabIndex={-1}
            // The field keeps the focus, so that typing goes on.
            onPointerDown={(event) => {
              event.preventDefault();
              take(completion);
            }}
            className={`px-3 py-1 font-mono text-sm ${at === active ? 'bg-selected text-fg' : 'text-fg-2 hover:bg-hover'}`}
          >
            {completion.text}
          </div>
        ))}
      </div>
    </div>
  );
}
