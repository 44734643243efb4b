import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCrossHair, useSelection } from '../../charts/cross-hair.ts';
import type { Span } from '../../charts/line.ts';
import { Button } from '../../components/button.tsx';
import { formatNumber } from '../../lib/format.ts';
import { useMetricWords } from '../../lib/metric-words.ts';
import { type BehindRow, totalOf } from './model/behind.ts';
import type { DrillTarget, PastFilter } from './model/drill.ts';
import type { MissionState, MissionStore } from './model/mission-store.ts';
import { alike } from './model/shared-view.ts';
import { type BehindSpan, useBehind } from './model/use-behind.ts';
import { useMissionPart } from './model/use-mission.ts';
import { useZonedTimes } from './zone.ts';

interface BehindProps {
  readonly tenant: string;
  readonly store: MissionStore;
  /** What is shown moves on with the time. */
  readonly follows: boolean;
  readonly onZoomIn: () => void;
  readonly onDrill: (target: DrillTarget) => void;
}

/** A span that follows the time is read anew this often. */
const FOLLOW_MS = 15_000;
const NOTHING_YET: BehindSpan = { rows: [], missing: [], coming: true };
const spanOf = ({ span }: MissionState): Span => span;
const followedSpan = ({ span }: MissionState): Span => {
  const to = Math.ceil(span.to / FOLLOW_MS) * FOLLOW_MS;
  return { from: to - (span.to - span.from), to };
};

const HEAD = 'px-3 py-1.5 text-xs font-semibold text-fg-3';
const CELL = 'px-3 py-1.5';
const NUMBER = `${CELL} text-right tabular-nums`;

/** What happened within the shown or selected time, flow by flow. */
export function Behind(props: BehindProps): ReactNode {
  const { tenant, store, onZoomIn, onDrill } = props;
  const { t } = useTranslation('missionControl');
  const clock = useZonedTimes();
  const hair = useCrossHair();
  const selection = useSelection();
  const selected = selection !== undefined;
  const follows = props.follows && !selected;
  const shown = useMissionPart(store, follows ? followedSpan : spanOf, alike);
  const serial = useMissionPart(store, ({ view }) => view?.pastSerial ?? 0);
  const span = selection ?? shown;
  const { rows, missing, coming } = useBehind(tenant, span, serial).data ?? NOTHING_YET;
  const total = totalOf(rows);
  const heading = t(selected ? 'behindSelection' : 'behindRange');
  const times = t('spanWords', {
    from: clock.minute(span.from),
    to: clock.zoned(span.to),
  });
  return (
    <section
      aria-label={heading}
      className="isolate rounded-lg border bg-surface"
      data-testid="behind"
      data-selected={selected}
    >
      <header className="flex flex-wrap items-center gap-2 px-3 py-2">
        <h2 className="font-semibold">
          {heading} · {times}
        </h2>
        <span className="text-fg-2">
          {t('behindCount', { count: total.started })}
          <Uncounted missing={missing} coming={coming} />
        </span>
        <span className="flex-1" />
        {selected ? (
          <>
            <Button onClick={onZoomIn}>{t('zoomIn')}</Button>
            <Button onClick={() => hair.select(undefined)} shortcut="Esc">
              {t('clearSelection')}
            </Button>
          </>
        ) : (
          <span className="text-sm text-fg-3 print:hidden">{t('dragHint')}</span>
        )}
      </header>
      {rows.length === 0 ? (
        <p className="border-t px-3 py-3 text-fg-2">{t(coming ? 'pastComing' : 'behindEmpty')}</p>
      ) : (
        <div className="overflow-x-auto border-t">
          <table className="w-full border-collapse">
            <thead>
              <tr className="border-b text-left">
                <th scope="col" className={HEAD}>
                  {t('column.flow')}
                </th>
                {(['started', 'contained', 'handedOff', 'abandoned', 'wait'] as const).map((column) => (
                  <th key={column} scope="col" className={`${HEAD} text-right`}>
                    {t(`column.${column}`)}
                  </th>
                ))}
                <th scope="col" className={HEAD}>
                  {t('column.failure')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <FlowRow key={row.flow} row={row} onDrill={onDrill} />
              ))}
            </tbody>
            {rows.length < 2 ? null : (
              <tfoot>
                <TotalRow total={total} onDrill={onDrill} />
              </tfoot>
            )}
          </table>
        </div>
      )}
    </section>
  );
}

/** What the numbers leave out: a sum over an hour of which a minute is known is no sum over an hour. */
function Uncounted({ missing, coming }: Pick<BehindSpan, 'missing' | 'coming'>): ReactNode {
  const { t } = useTranslation('missionControl');
  const clock = useZonedTimes();
  const [first] = missing;
  if (coming) return <strong className="font-semibold text-warn"> · {t('behindSoFar')}</strong>;
  if (first === undefined) return null;
  const times = { from: clock.minute(first.from), to: clock.zoned(first.to) };
  return (
    <strong className="font-semibold text-warn">
      {' · '}
      {missing.length === 1
        ? t('behindWithout', times)
        : t('behindWithoutMore', { ...times, count: missing.length - 1 })}
    </strong>
  );
}

/** A share in whole percent; a dash where there was nothing to share. */
function useShare(): (share: number | undefined) => string {
  const { language } = useMetricWords();
  return (share) => (share === undefined ? '—' : `${formatNumber(share, language)} %`);
}

function FlowRow({
  row,
  onDrill,
}: {
  readonly row: BehindRow;
  readonly onDrill: (target: DrillTarget) => void;
}): ReactNode {
  const { t } = useTranslation('missionControl');
  const words = useMetricWords();
  const share = useShare();
  const { flow, failure, medianWait } = row;
  const past = (filter: PastFilter) => () => onDrill({ kind: 'archive', filter: { flow, ...filter } });
  const reasons = ['time-out', 'upstream-error', 'connection-reset', 'limit-exceeded'] as const;
  const reason = reasons.find((each) => each === failure?.reason);
  return (
    <tr className="border-b last:border-b-0 hover:bg-hover">
      <th scope="row" className={`${CELL} text-left font-normal normal-nums`}>
        <Link label={`${flow}. ${t('showBehind')}`} onPress={past({})}>
          {flow}
        </Link>
      </th>
      <PastCell of={flow} column="started" text={formatNumber(row.started, words.language)} onPress={past({})} />
      <PastCell
        of={flow}
        column="contained"
        text={share(row.containedShare)}
        onPress={past({ status: ['completed', 'human-handoff'] })}
      />
      <PastCell
        of={flow}
        column="handedOff"
        text={formatNumber(row.handedOff, words.language)}
        onPress={past({ status: ['human-handoff'] })}
      />
      <PastCell
        of={flow}
        column="abandoned"
        text={formatNumber(row.abandoned, words.language)}
        onPress={past({ status: ['abandoned'] })}
      />
      <PastCell
        of={flow}
        column="wait"
        text={medianWait === undefined ? '—' : words.value(medianWait, 'seconds')}
        onPress={past({ status: ['human-handoff', 'queued'] })}
      />
      <td className={`${CELL} text-fg-2`}>
        {failure === undefined ? (
          '—'
        ) : (
          <Link label={`${failure.name}. ${t('showBehind')}`} onPress={past({ function: failure.name })}>
            <span className="font-mono">{failure.name}</span> ·{' '}
            {reason === undefined ? failure.reason : t(`reason.${reason}`)} ·{' '}
            {formatNumber(failure.count, words.language)}
          </Link>
        )}
      </td>
    </tr>
  );
}

interface PastCellProps {
  /** Whose number it is: a flow, or all of them. */
  readonly of: string;
  readonly column: 'started' | 'contained' | 'handedOff' | 'abandoned' | 'wait';
  readonly text: string;
  readonly onPress: () => void;
}

/** A number that leads to its conversations. */
function PastCell({ of, column, text, onPress }: PastCellProps): ReactNode {
  const { t } = useTranslation('missionControl');
  return (
    <td className={NUMBER}>
      <Link label={`${of}, ${t(`column.${column}`)}: ${text}. ${t('showBehind')}`} onPress={onPress}>
        {text}
      </Link>
    </td>
  );
}

function TotalRow({
  total,
  onDrill,
}: {
  readonly total: ReturnType<typeof totalOf>;
  readonly onDrill: (target: DrillTarget) => void;
}): ReactNode {
  const { t } = useTranslation('missionControl');
  const { language } = useMetricWords();
  const share = useShare();
  const settled = total.contained + total.handedOff;
  const all = t('all');
  const past = (filter: PastFilter) => () => onDrill({ kind: 'archive', filter });
  return (
    <tr className="border-t font-semibold">
      <th scope="row" className={`${CELL} text-left`}>
        {all}
      </th>
      <PastCell of={all} column="started" text={formatNumber(total.started, language)} onPress={past({})} />
      <PastCell
        of={all}
        column="contained"
        text={share(settled === 0 ? undefined : (total.contained / settled) * 100)}
        onPress={past({ status: ['completed', 'human-handoff'] })}
      />
      <PastCell
        of={all}
        column="handedOff"
        text={formatNumber(total.handedOff, language)}
        onPress={past({ status: ['human-handoff'] })}
      />
      <PastCell
        of={all}
        column="abandoned"
        text={formatNumber(total.abandoned, language)}
        onPress={past({ status: ['abandoned'] })}
      />
      <td className={NUMBER} />
      <td className={CELL} />
    </tr>
  );
}

function Link({
  label,
  onPress,
  children,
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button type="button" aria-label={label} onClick={onPress} className="rounded-sm hover:underline">
      {children}
    </button>
  );
}
