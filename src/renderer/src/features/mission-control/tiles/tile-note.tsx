import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Tile } from '../../../../../shared/models/board.ts';
import type { TelemetryView } from '../../../../../shared/models/telemetry.ts';
import { formatNumber } from '../../../lib/format.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import type { Change } from '../model/compare.ts';
import { amountOf } from '../model/find-metric.ts';
import type { TileFacts } from '../model/tile-facts.ts';

interface TileNoteProps {
  readonly tile: Tile;
  readonly facts: TileFacts;
  readonly view: TelemetryView | undefined;
  readonly compare: Comparison;
}

/** What stands beside a tile's number: what is wrong with it, what belongs to it, how it changed. */
export function TileNote({ tile, facts, view, compare }: TileNoteProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const companion = useCompanion(tile, view);
  const change = useChangeWords(facts.change, compare);
  const { found, known } = facts;
  if (found?.value === undefined) return null;
  const problem = found.problem === undefined ? undefined : t(`problem.${found.problem}`);
  const worse = facts.change !== undefined && known?.worse === facts.change.direction;
  const notes = [problem, companion].filter((note) => note !== undefined);
  const title = [...notes, change?.full].filter(Boolean).join(' · ');
  return (
    <span className="min-w-0 truncate text-fg-2" title={title}>
      {notes.join(' · ')}
      {notes.length > 0 && change !== undefined ? ' · ' : null}
      {change === undefined ? null : (
        <span className={worse ? 'text-warn' : ''}>{notes.length > 0 ? change.short : change.full}</span>
      )}
    </span>
  );
}

/** Another number that explains this one. */
function useCompanion(tile: Tile, view: TelemetryView | undefined): string | undefined {
  const { t } = useTranslation('missionControl');
  const words = useMetricWords();
  if (Object.keys(tile.labels).length > 0) return undefined;
  if (tile.metric === 'queue.waiting') {
    const oldest = amountOf(view, 'queue.longestWait');
    return oldest === undefined || oldest === 0 ? undefined : t('oldest', { time: words.value(oldest, 'seconds') });
  }
  if (tile.metric === 'voice.inUse') {
    const queued = amountOf(view, 'voice.queued');
    if (queued === undefined) return undefined;
    return queued === 0 ? t('queuedNone') : t('queuedSome', { count: queued });
  }
  if (tile.metric !== 'functions.failureRate') return undefined;
  const parts = view?.metrics.find(({ id }) => id === tile.metric)?.parts ?? [];
  const worst = parts.reduce<(typeof parts)[number] | undefined>(
    (most, part) => ((part.value ?? 0) > (most?.value ?? 0) ? part : most),
    undefined,
  );
  return worst === undefined
    ? undefined
    : t('worstPart', { name: words.parts(worst.labels), value: words.value(worst.value, 'percent') });
}

/** How it changed: with what it is compared, and without, where there is little room. */
function useChangeWords(
  change: Change | undefined,
  compare: Comparison,
): { readonly full: string; readonly short: string } | undefined {
  const { t } = useTranslation('missionControl');
  const { language } = useMetricWords();
  if (compare === 'none' || change === undefined) return undefined;
  if (change.direction === 'same') {
    const full = t('change.same', { versus: t(`asThan.${compare}`) });
    return { full, short: full };
  }
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const amount = change.points
    ? t('points', { value: number.format(change.amount) })
    : `${formatNumber(change.amount, language)} %`;
  return {
    full: t(`change.${change.direction}`, { amount, versus: t(`than.${compare}`) }),
    short: t(`change.${change.direction}`, { amount, versus: '' }).trim(),
  };
}
