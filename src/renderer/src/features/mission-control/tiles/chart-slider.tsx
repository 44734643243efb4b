import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useCrossHair } from '../../../charts/cross-hair.ts';
import { stepOf, valueAt } from '../../../charts/line.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { useChartWords } from '../model/chart-words.ts';
import type { MissionState, MissionStore } from '../model/mission-store.ts';
import type { TileReader } from '../model/tile-reader.ts';
import { useMissionPart } from '../model/use-mission.ts';
import { useZonedTimes } from '../zone.ts';

interface ChartSliderProps {
  readonly name: string;
  readonly read: TileReader;
  readonly store: MissionStore;
  readonly children: ReactNode;
}

const STEPS = 60;
/** A summary tells minutes: it is made again with each, and when the past was read. */
const summaryTurn = ({ reading, span }: MissionState): string => `${reading} ${Math.floor(span.to / 60_000)}`;
const nowhere = (): undefined => undefined;

/**
 * A chart for those who use keys or do not see it: arrow keys move the cross-hair of all charts, with Shift they select;
 * it is read as a slider over time whose value is the metric's, and described by a summary.
 */
export function ChartSlider({ name, read, store, children }: ChartSliderProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const words = useMetricWords();
  const hair = useCrossHair();
  const [focused, setFocused] = useState(false);
  // Fifty charts need not say another value each time the pointer moves over one of them.
  const time = useSyncExternalStore(hair.subscribe, focused ? hair.time : nowhere);
  const anchor = useRef<number>(undefined);
  const turn = useMissionPart(store, summaryTurn);
  const summaryOf = useChartWords();
  const { line, lines, span, facts } = read();
  const { found, bands, known } = facts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a turn, not with each value
  const summary = useMemo(() => summaryOf(line, found, bands, known?.worse), [turn, focused, summaryOf]);
  const at = Math.min(span.to, Math.max(span.from, time ?? span.to));
  const value = valueAt(line, at, 2.5 * stepOf(line));

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10 }[event.key];
    const { from, to: end } = read().span;
    const to = { Home: from, End: end }[event.key];
    if (by === undefined && to === undefined) return;
    event.preventDefault();
    const stands = hair.time() ?? end;
    const next = to ?? Math.min(end, Math.max(from, stands + (by ?? 0) * ((end - from) / STEPS)));
    hair.point(next);
    if (!event.shiftKey) {
      anchor.current = undefined;
      return;
    }
    anchor.current ??= stands;
    const [first, last] = [Math.min(anchor.current, next), Math.max(anchor.current, next)];
    if (last > first) hair.select({ from: Math.round(first), to: Math.round(last) });
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('chartOf', { name })}
      aria-valuemin={span.from}
      aria-valuemax={span.to}
      aria-valuenow={Math.round(at)}
      aria-valuetext={`${times.minute(at)}: ${words.value(value, found?.quantity ?? 'plain', found?.unit)}`}
      aria-description={lines?.coming === true ? `${summary} ${t('pastComing')}` : summary}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        hair.point(undefined);
      }}
      className="relative rounded-sm"
    >
      {children}
    </div>
  );
}
