import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Tile } from '../../../../../shared/models/board.ts';
import { formatNumber } from '../../../lib/format.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import type { Change } from '../model/compare.ts';
import type { MissionStore } from '../model/mission-store.ts';
import { alike } from '../model/shared-view.ts';
import { type NoteFacts, noteFacts } from '../model/tile-note-facts.ts';
import type { TileReader } from '../model/tile-reader.ts';
import { useMissionPart } from '../model/use-mission.ts';

interface TileNoteProps {
  readonly tile: Tile;
  readonly read: TileReader;
  readonly store: MissionStore;
  readonly compare: Comparison;
}

/** What stands beside a tile's number: what is wrong with it, what belongs to it, how it changed. */
export function TileNote({ tile, read, store, compare }: TileNoteProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const note = useMissionPart(
    store,
    useCallback(() => noteFacts(tile, read()), [tile, read]),
    alike,
  );
  const companion = useCompanionWords(note);
  const change = useChangeWords(note?.change, compare);
  if (note === undefined) return null;
  const problem = note.problem === undefined ? undefined : t(`problem.${note.problem}`);
  const notes = [problem, companion].filter((words) => words !== undefined);
  const title = [...notes, change?.full].filter(Boolean).join(' · ');
  return (
    <span className="min-w-0 truncate text-fg-2 print:whitespace-normal" title={title}>
      {notes.join(' · ')}
      {notes.length > 0 && change !== undefined ? ' · ' : null}
      {change === undefined ? null : (
        <span className={note.worse ? 'text-warn' : ''}>{notes.length > 0 ? change.short : change.full}</span>
      )}
    </span>
  );
}

/** Another number that explains this one, in words. */
function useCompanionWords(note: NoteFacts | undefined): string | undefined {
  const { t } = useTranslation('missionControl');
  const words = useMetricWords();
  const companion = note?.companion;
  switch (companion?.kind) {
    case 'oldest':
      return t('oldest', { time: words.value(companion.seconds, 'seconds') });
    case 'queued':
      return companion.count === 0 ? t('queuedNone') : t('queuedSome', { count: companion.count });
    case 'worst':
      return t('worstPart', {
        name: words.parts(companion.labels),
        value: words.value(companion.percent, 'percent'),
      });
    default:
      return undefined;
  }
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
