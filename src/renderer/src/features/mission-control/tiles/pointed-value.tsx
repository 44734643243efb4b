import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePointedTime } from '../../../charts/cross-hair.ts';
import { stepOf, valueAt } from '../../../charts/line.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { useAnnotationWords } from '../model/annotation-words.ts';
import { annotationsAt } from '../model/marks.ts';
import type { TileReader } from '../model/tile-reader.ts';
import { useZonedTimes } from '../zone.ts';

/** What happened at one time: as many as fit into a small chart. */
const MOST = 2;

/**
 * The value under the cross-hair, in the same place of every chart; in the one that is pointed at also what happened then:
 * incidents, alerts, what operators did.
 */
export function PointedValue({ read }: { readonly read: TileReader }): ReactNode {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const words = useMetricWords();
  const told = useAnnotationWords();
  const time = usePointedTime();
  if (time === undefined) return null;
  const { line, span, facts, state } = read();
  const value = valueAt(line, time, 2.5 * stepOf(line));
  const shown = times.minute(time);
  const happened = annotationsAt(state.annotations, time, (span.to - span.from) / 150).slice(0, MOST);
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute end-0 top-0 z-2 max-w-full rounded-sm bg-raised/90 px-1.5 text-right text-sm text-fg"
    >
      <span data-testid="pointed">
        {value === undefined
          ? t('pointedNone', { time: shown })
          : t('pointed', {
              time: shown,
              value: words.value(value, facts.found?.quantity ?? 'plain', facts.found?.unit),
            })}
      </span>
      {happened.map((annotation) => (
        <span
          key={annotation.id}
          className="hidden truncate text-fg-2 group-focus-within:block group-hover:block"
          data-testid="pointed-mark"
        >
          {told(annotation)}
        </span>
      ))}
    </span>
  );
}
