import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnUse } from '../../../../../shared/models/manifest-columns.ts';
import type { ManifestFile } from '../../../../../shared/models/manifest-file.ts';
import type { ManifestFix } from '../../../../../shared/models/manifest-fix.ts';
import type { ManifestRowDetail } from '../../../../../shared/models/manifest-rows.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useFigures } from '../use-words.ts';
import { fixForRow } from './row-actions.ts';
import { VerdictWord } from './verdict-word.tsx';
import { useWhy } from './why.ts';

interface RowEditorProps {
  readonly detail: ManifestRowDetail;
  readonly file: ManifestFile;
  readonly uses: readonly ColumnUse[];
  readonly busy: boolean;
  readonly onFix: (fix: ManifestFix) => void;
  readonly onClose: () => void;
}

/** One row with all its cells, to be put right by hand. Numbers are shown whole: that is what it is for. */
export function RowEditor({ detail, file, uses, busy, onFix, onClose }: RowEditorProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const names = file.columns.map(({ header, column }) =>
    header === '' ? t('columns.unnamed', { n: column + 1 }) : header,
  );
  const why = useWhy(names);
  const [values, setValues] = useState<Readonly<Record<number, string>>>({});
  const panel = useRef<HTMLElement>(null);
  const { row } = detail;
  // Another row begins with its own values, and with the first field that is wrong.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row does that
  useEffect(() => {
    setValues({});
    const wrong = panel.current?.querySelector<HTMLElement>('[aria-invalid]') ?? panel.current?.querySelector('input');
    wrong?.focus();
  }, [row]);
  const used = detail.cells.filter(({ column }) => uses[column] !== undefined && uses[column]?.kind !== 'ignore');
  const others = detail.cells.length - used.length;
  const changed = Object.entries(values).map(([column, value]) => ({ column: Number(column), value }));
  const offered = fixForRow(detail);
  return (
    <aside
      ref={panel}
      aria-label={t('editor.title', { row: number(detail.rowNumber) })}
      className="flex w-100 flex-none flex-col border-l bg-surface"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="flex items-center gap-2 border-b px-4 py-2.5">
        <h2 className="text-lg font-semibold">{t('editor.title', { row: number(detail.rowNumber) })}</h2>
        <VerdictWord reason={detail.reason} />
        <IconButton label={t('editor.close')} shortcut="Esc" className="ml-auto" onClick={onClose}>
          <X className="icon" aria-hidden />
        </IconButton>
      </header>
      <form
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          if (changed.length > 0) onFix({ kind: 'edit', row, cells: changed });
        }}
      >
        <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-4 py-3">
          <p className="text-fg-2">{why(detail)}</p>
          {offered === undefined ? null : (
            <Button className="self-start" busy={busy} onClick={() => onFix(offered.fix)}>
              {t(`fix.${offered.word}`, { n: number(offered.count) })}
            </Button>
          )}
          {used.map(({ column, value, problems }) => (
            <CellField
              key={column}
              name={names[column] ?? t('columns.unnamed', { n: column + 1 })}
              value={values[column] ?? value}
              problems={values[column] === undefined ? problems : []}
              onChange={(next) => setValues((before) => ({ ...before, [column]: next }))}
            />
          ))}
          {others > 0 ? (
            <p className="text-sm text-fg-3">{t('editor.others', { count: others, n: number(others) })}</p>
          ) : null}
        </div>
        <div className="flex justify-end gap-2 border-t px-4 py-2.5">
          {detail.settled || detail.reason === 'left-out' ? null : (
            <Button busy={busy} onClick={() => onFix({ kind: 'leave-out', rows: [row] })}>
              {t(detail.reason === 'accepted' ? 'fix.leaveOut' : 'fix.aside')}
            </Button>
          )}
          <Button look="primary" submit busy={busy || changed.length === 0}>
            {t('editor.save')}
          </Button>
        </div>
      </form>
    </aside>
  );
}

interface CellFieldProps {
  readonly name: string;
  readonly value: string;
  readonly problems: ManifestRowDetail['cells'][number]['problems'];
  readonly onChange: (value: string) => void;
}

function CellField({ name, value, problems, onChange }: CellFieldProps): ReactNode {
  const { t } = useTranslation('manifest');
  const suggestion = problems.find((problem) => problem.suggestion !== undefined)?.suggestion;
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label={name}
        value={value}
        maxLength={10_000}
        onChange={onChange}
        error={problems.length === 0 ? undefined : problems.map(({ kind }) => t(`reasons.${kind}`)).join(' · ')}
      />
      {suggestion === undefined || suggestion === value ? null : (
        <Button look="quiet" className="max-w-full self-start text-sm" onClick={() => onChange(suggestion)}>
          <span className="truncate">
            {suggestion === '' ? t('editor.empty') : t('editor.use', { value: suggestion })}
          </span>
        </Button>
      )}
    </div>
  );
}
