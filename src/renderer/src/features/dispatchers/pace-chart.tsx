import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacePoint } from '../../../../shared/models/campaign-views.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { LazyTimeLines } from '../../charts/lazy-charts.tsx';
import { Button } from '../../components/button.tsx';
import { minuteAndZone, minuteOfDay, secondOfDay, zoneNameOf } from '../../components/time.tsx';
import { paceRows, rowsByMinute } from './pace.ts';

const HEIGHT = 150;
const SHORT_MS = 10 * 60_000;

/** How fast a campaign called since the console looks: as lines, or as a table of its minutes. */
export function PaceChart({ pace }: { readonly pace: readonly PacePoint[] }): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const timeZone = useActiveTenant()?.timeZone;
  const [table, setTable] = useState(false);
  const rows = useMemo(() => paceRows(pace), [pace]);
  const minutes = useMemo(() => rowsByMinute(rows), [rows]);
  const [first, last] = [rows[0], rows.at(-1)];
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const said = (value: number | null) => (value === null ? '–' : number.format(value));
  // Within some minutes all marks of the axis would read alike.
  const short = first !== undefined && last !== undefined && last.at - first.at < SHORT_MS;
  const drawn = rows.length > 1 && first !== undefined && last !== undefined;
  return (
    <section aria-label={t('pace.title')} className="min-w-0">
      <header className="mb-1.5 flex items-center gap-3">
        <h3 className="flex-1 font-semibold">{t('pace.title')}</h3>
        {drawn ? (
          <Button look="quiet" aria-pressed={table} onClick={() => setTable(!table)}>
            {t(table ? 'chart.bars' : 'chart.table')}
          </Button>
        ) : null}
      </header>
      {drawn ? null : <p className="text-fg-2">{t('pace.none')}</p>}
      {drawn && !table ? (
        <>
          <Suspense fallback={<div style={{ height: HEIGHT }} />}>
            <LazyTimeLines
              at={rows.map(({ at }) => at)}
              height={HEIGHT}
              timeWords={(at) => (short ? secondOfDay : minuteOfDay)(at, i18n.language, timeZone)}
              valueWords={(value) => number.format(value)}
              lines={[
                {
                  name: t('pace.callsPerMinute'),
                  colour: 'var(--series-1)',
                  values: rows.map(({ callsPerMinute }) => callsPerMinute),
                },
                { name: t('pace.inCall'), colour: 'var(--series-3)', values: rows.map(({ inCall }) => inCall) },
              ]}
            />
          </Suspense>
          <ul className="flex flex-wrap gap-x-4 text-sm text-fg-2">
            <li className="flex items-center gap-1.5">
              <span className="size-2 rounded-full bg-series-1" aria-hidden />
              {said(last.callsPerMinute)} {t('pace.callsPerMinute')}
            </li>
            <li className="flex items-center gap-1.5">
              <span className="size-2 rounded-full bg-series-3" aria-hidden />
              {said(last.inCall)} {t('pace.inCall')}
            </li>
            <li>{t('pace.since', { time: minuteAndZone(first.at, i18n.language, timeZone) })}</li>
          </ul>
        </>
      ) : null}
      {drawn ? (
        <div className={table ? 'max-h-56 overflow-auto' : 'sr-only'}>
          <table className="w-full border-collapse tabular-nums">
            <caption className="sr-only">{t('pace.title')}</caption>
            <thead className="text-sm text-fg-2">
              <tr>
                <th scope="col" className="py-1 text-start font-medium">
                  {t('pace.time', { zone: zoneNameOf(last.at, i18n.language, timeZone) })}
                </th>
                {(['callsPerMinute', 'inCall'] as const).map((head) => (
                  <th key={head} scope="col" className="py-1 ps-3 text-end font-medium">
                    {t(`pace.head.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {minutes.map(({ at, callsPerMinute, inCall }) => (
                <tr key={at} className="border-t">
                  <th scope="row" className="py-1 text-start font-normal">
                    {minuteOfDay(at, i18n.language, timeZone)}
                  </th>
                  <td className="py-1 ps-3 text-end">{said(callsPerMinute)}</td>
                  <td className="py-1 ps-3 text-end">{said(inCall)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
