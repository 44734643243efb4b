import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckSummary } from '../../../../../shared/models/manifest-check.ts';
import { ROW_REASONS } from '../../../../../shared/models/manifest-reasons.ts';
import { ToggleChip } from '../../../components/chip.tsx';
import { useFigures } from '../use-words.ts';
import { type RowView, rowsOf } from './use-rows.ts';

interface ReasonFilterProps {
  readonly check: CheckSummary;
  readonly view: RowView;
  readonly showNumbers: boolean;
  readonly onView: (view: RowView) => void;
  readonly onShowNumbers: (show: boolean) => void;
}

/** Which rows are listed. */
export function ReasonFilter({ check, view, showNumbers, onView, onShowNumbers }: ReasonFilterProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const all = { ...view, reason: undefined };
  const found = ROW_REASONS.filter((reason) => reason !== 'accepted' && (check.reasons[reason] ?? 0) > 0);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <fieldset className="contents">
        <legend className="sr-only">{t('filter.label')}</legend>
        <ToggleChip pressed={view.reason === undefined} onPress={() => onView(all)}>
          {t('filter.all')} <span className="text-fg-2">{number(rowsOf(check, all))}</span>
        </ToggleChip>
        {found.map((reason) => (
          <ToggleChip
            key={reason}
            pressed={view.reason === reason}
            onPress={() => onView({ ...view, reason: view.reason === reason ? undefined : reason })}
          >
            {t(`reasons.${reason}`)} <span className="text-fg-2">{number(rowsOf(check, { ...view, reason }))}</span>
          </ToggleChip>
        ))}
      </fieldset>
      <span className="ml-auto flex gap-1.5">
        <ToggleChip pressed={view.open} onPress={() => onView({ ...view, open: !view.open })}>
          {t('filter.hideSettled')}
        </ToggleChip>
        <ToggleChip pressed={showNumbers} onPress={() => onShowNumbers(!showNumbers)}>
          {t('showNumbers')}
        </ToggleChip>
      </span>
    </div>
  );
}
