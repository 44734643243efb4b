import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Criterion, type Mark, TOP_MARK } from '../../../../../shared/models/quality.ts';
import { Chip } from '../../../components/chip.tsx';

const SCALE: readonly Mark[] = [...Array.from({ length: TOP_MARK + 1 }, (_, mark) => mark), 'not-applicable'];
const PASS_FAIL: readonly Mark[] = [1, 0, 'not-applicable'];

interface CriterionMarksProps {
  readonly criterion: Criterion;
  readonly mark: Mark | undefined;
  readonly disabled: boolean;
  readonly onMark: (mark: Mark) => void;
}

/** One criterion with the marks that it may be given; arrow keys go between them, as between all radio buttons. */
export function CriterionMarks({ criterion, mark, disabled, onMark }: CriterionMarksProps): ReactNode {
  const { t } = useTranslation('quality');
  const { id, name, help, kind, weight, autoFail } = criterion;
  const words = (one: Mark): string => {
    if (one === 'not-applicable') return t('notApplicable');
    return kind === 'scale' ? String(one) : t(one === 1 ? 'pass' : 'fail');
  };
  const marks = kind === 'scale' ? SCALE : PASS_FAIL;
  return (
    <fieldset className="flex min-w-0 flex-col gap-1 border-b border-line pb-2.5" disabled={disabled}>
      <legend className="flex w-full flex-wrap items-baseline gap-x-2 pb-0.5">
        <span className="font-semibold">{name}</span>
        <span className="text-sm text-fg-3">{t('weight', { weight })}</span>
        {autoFail ? <Chip>{t('failsAll')}</Chip> : null}
      </legend>
      {help === undefined || help === '' ? null : <p className="text-sm text-fg-2">{help}</p>}
      <div className="flex flex-wrap gap-1">
        {marks.map((one) => (
          <label
            key={one}
            className="flex cursor-pointer items-center gap-1 rounded-md border border-control-line px-2 py-0.5 text-sm hover:bg-hover has-checked:border-accent has-checked:bg-selected has-checked:font-semibold has-disabled:cursor-not-allowed has-focus-visible:outline has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={`mark-${id}`}
              checked={mark === one}
              onChange={() => onMark(one)}
              className="accent-accent"
            />
            {words(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
