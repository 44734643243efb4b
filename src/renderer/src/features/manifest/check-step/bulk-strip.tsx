import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckSummary } from '../../../../../shared/models/manifest-check.ts';
import type { ManifestFix } from '../../../../../shared/models/manifest-fix.ts';
import type { RowReason } from '../../../../../shared/models/manifest-reasons.ts';
import { Button } from '../../../components/button.tsx';
import { useFigures } from '../use-words.ts';
import { FillDialog } from './fill-dialog.tsx';
import { fixesForReason } from './row-actions.ts';

interface BulkStripProps {
  readonly check: CheckSummary;
  readonly reason: RowReason;
  /** Columns that must not be empty, with their names. */
  readonly required: readonly { readonly column: number; readonly name: string }[];
  readonly busy: boolean;
  readonly onFix: (fix: ManifestFix) => void;
}

/** What can be done with all rows of one reason, and what it would do. */
export function BulkStrip({ check, reason, required, busy, onFix }: BulkStripProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const [filling, setFilling] = useState<(typeof required)[number]>();
  const count = check.reasons[reason] ?? 0;
  const fixes = fixesForReason(reason, count, check.open[reason] ?? 0);
  const means = meansOf(reason);
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-md border bg-surface px-3 py-1.5">
      <span className="min-w-0 flex-1 text-sm text-fg-2">{means === undefined ? null : t(`fix.means.${means}`)}</span>
      {reason === 'variable-missing'
        ? required.map((column) => (
            <Button key={column.column} busy={busy} onClick={() => setFilling(column)}>
              {t('fix.fill', { n: number(count) })} {required.length > 1 ? column.name : ''}
            </Button>
          ))
        : null}
      {fixes.map(({ word, count: rows, fix }) => (
        <Button key={word} busy={busy} onClick={() => onFix(fix)}>
          {t(`fix.${word}`, { n: number(rows) })}
        </Button>
      ))}
      {filling === undefined ? null : (
        <FillDialog
          name={filling.name}
          count={count}
          onFill={(value) => onFix({ kind: 'fill', column: filling.column, value })}
          onClose={() => setFilling(undefined)}
        />
      )}
    </div>
  );
}

const EXPLAINED = [
  'number-scientific',
  'number-without-plus',
  'number-with-extension',
  'number-several',
  'number-digits-lost',
  'formula-cell',
  'cell-too-long',
  'zone-unknown',
  'too-few-cells',
  'too-many-cells',
  'quote-not-closed',
  'control-characters',
  'broken-characters',
  'variable-missing',
  'duplicate-elsewhere',
  'duplicate-in-file',
  'duplicate-in-campaign',
  'do-not-call',
  'row-limit',
] as const;

/** Reasons of which there is more to say than their name. */
const meansOf = (reason: RowReason): (typeof EXPLAINED)[number] | undefined =>
  EXPLAINED.find((explained) => explained === reason);
