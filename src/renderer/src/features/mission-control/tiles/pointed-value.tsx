import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quantity } from '../../../../../shared/models/metric.ts';
import { usePointedTime } from '../../../charts/cross-hair.ts';
import { type Line, stepOf, valueAt } from '../../../charts/line.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { useZonedTimes } from '../zone.ts';

interface PointedValueProps {
  readonly line: Line;
  readonly quantity: Quantity;
  readonly unit: string | undefined;
}

/** The value under the cross-hair, in the same place of every chart. */
export function PointedValue({ line, quantity, unit }: PointedValueProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const words = useMetricWords();
  const time = usePointedTime();
  if (time === undefined) return null;
  const value = valueAt(line, time, 2.5 * stepOf(line));
  const shown = times.minute(time);
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute end-0 top-0 rounded-sm bg-raised/90 px-1.5 text-sm text-fg"
      data-testid="pointed"
    >
      {value === undefined
        ? t('pointedNone', { time: shown })
        : t('pointed', { time: shown, value: words.value(value, quantity, unit) })}
    </span>
  );
}
