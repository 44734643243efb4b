import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../charts/line.ts';
import { Button } from '../../components/button.tsx';
import { formatNumber } from '../../lib/format.ts';
import { useMetricWords } from '../../lib/metric-words.ts';
import { type BehindRow, totalOf } from './model/behind.ts';
import type { DrillTarget } from './model/drill.ts';
import { useBehind } from './model/use-behind.ts';
import { useZonedTimes } from './zone.ts';

interface BehindProps {
  readonly tenant: string;
  readonly span: Span;
  /** The span was dragged over, rather than being all that is shown. */
  readonly selected: boolean;
  readonly follows: boolean;
  readonly serial: number;
  readonly onZoomIn: () => void;
  readonly onClear: () => void;
  readonly onDrill: (target: DrillTarget) => void;
}

const HEAD = 'px-3 py-1.5 text-xs font-semibold text-fg-3';
const CELL = 'px-3 py-1.5';
const NUMBER = `${CELL} text-right tabular-nums`;

/** What happened within the shown or selected time, flow by flow. */
export function Behind(props: BehindProps): ReactNode {
  const { tenant, span, selected, follows, serial, onZoomIn, onClear, onDrill } = props;
  const { t } = useTranslation('missionControl');
  const clock = useZonedTimes();
  const rows = useBehind(tenant, span, follows, serial).data ?? [];
  const total = totalOf(rows);
  const heading = t(selected ? 'behindSelection' : 'behindRange');
  const times = t('spanWords', {
    from: clock.minute(span.from),
    to: clock.zoned(span.to),
  });
  return (
    <section
      aria-label={heading}
      className="rounded-lg border bg-surface"
      data-testid="behind"
      data-selected={selected}
    >
      <header className="flex flex-wrap items-center gap-2 px-3 py-2">
        <h2 className="font-semibold">
          {heading} · {times}
        </h2>
        <span className="text-fg-2">{t('behindCount', { count: total.started })}</span>
        <span className="flex-1" />
        {selected ? (
          <>
            <Button onClick={onZoomIn}>{t('zoomIn')}</Button>
            <Button onClick={onClear} shortcut="Esc">
              {t('clearSelection')}
            </Button>
          </>
        ) : (
          <span className="text-sm text-fg-3">{t('dragHint')}</span>
        )}
      </header>
      {rows.length === 0 ? (
        <p className="border-t px-3 py-3 text-fg-2">{t('behindEmpty')}</p>
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
                <TotalRow total={total} />
              </tfoot>
            )}
          </table>
        </div>
      )}
    </section>
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
  const live = (filters: { readonly status?: string; readonly function?: string }) => () =>
    onDrill({ kind: 'live', filters: { flow, ...filters } });
  const reasons = ['time-out', 'upstream-error', 'connection-reset', 'limit-exceeded'] as const;
  const reason = reasons.find((each) => each === failure?.reason);
  return (
    <tr className="border-b last:border-b-0 hover:bg-hover">
      <th scope="row" className={`${CELL} text-left font-normal normal-nums`}>
        <Link label={`${flow}. ${t('showBehind')}`} onPress={live({})}>
          {flow}
        </Link>
      </th>
      <td className={NUMBER}>{formatNumber(row.started, words.language)}</td>
      <td className={NUMBER}>{share(row.containedShare)}</td>
      <td className={NUMBER}>
        <Link
          label={`${flow}, ${t('column.handedOff')}. ${t('showBehind')}`}
          onPress={live({ status: 'human-handoff' })}
        >
          {formatNumber(row.handedOff, words.language)}
        </Link>
      </td>
      <td className={NUMBER}>{formatNumber(row.abandoned, words.language)}</td>
      <td className={NUMBER}>{medianWait === undefined ? '—' : words.value(medianWait, 'seconds')}</td>
      <td className={`${CELL} text-fg-2`}>
        {failure === undefined ? (
          '—'
        ) : (
          <Link label={`${failure.name}. ${t('showBehind')}`} onPress={live({ function: failure.name })}>
            <span className="font-mono">{failure.name}</span> ·{' '}
            {reason === undefined ? failure.reason : t(`reason.${reason}`)} ·{' '}
            {formatNumber(failure.count, words.language)}
          </Link>
        )}
      </td>
    </tr>
  );
}

function TotalRow({ total }: { readonly total: ReturnType<typeof totalOf> }): ReactNode {
  const { t } = useTranslation('missionControl');
  const { language } = useMetricWords();
  const share = useShare();
  const settled = total.contained + total.handedOff;
  return (
    <tr className="border-t font-semibold">
      <th scope="row" className={`${CELL} text-left`}>
        {t('all')}
      </th>
      <td className={NUMBER}>{formatNumber(total.started, language)}</td>
      <td className={NUMBER}>{share(settled === 0 ? undefined : (total.contained / settled) * 100)}</td>
      <td className={NUMBER}>{formatNumber(total.handedOff, language)}</td>
      <td className={NUMBER}>{formatNumber(total.abandoned, language)}</td>
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
