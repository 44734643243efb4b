import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedLine } from '../../charts/export-chart.ts';
import { type TableCell, tableOf } from '../../charts/summary.ts';
import { useZonedTimes } from './zone.ts';

interface LineTableProps {
  readonly lines: readonly NamedLine[];
  readonly words: (value: number) => string;
}

const MOST_ROWS = 60;

/** A chart as a table; where it has a gap, the table says so. */
export function LineTable({ lines, words }: LineTableProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const rows = tableOf(
    lines.map(({ line }) => line),
    MOST_ROWS,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys
    <section tabIndex={0} aria-label={t('showTable')} className="max-h-60 overflow-auto rounded-md border">
      <table className="w-full border-collapse" data-testid="line-table">
        <thead className="sticky top-0 bg-raised">
          <tr className="text-left">
            <th scope="col" className="px-3 py-1 text-xs font-semibold text-fg-3">
              {t('time')}
            </th>
            {lines.map(({ name }) => (
              <th key={name} scope="col" className="px-3 py-1 text-right text-xs font-semibold text-fg-3">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, cells }) => (
            <tr key={at} className="border-t">
              <th scope="row" className="px-3 py-1 text-left font-normal">
                {times.zoned(at)}
              </th>
              {cells.map((cell, column) => (
                <td key={lines[column]?.name} className="px-3 py-1 text-right tabular-nums">
                  <Cell cell={cell} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({
  cell: { value, gap },
  words,
}: { readonly cell: TableCell } & Pick<LineTableProps, 'words'>): ReactNode {
  const { t } = useTranslation('missionControl');
  if (value === undefined) return <em className="text-fg-3">{t('noData')}</em>;
  return (
    <>
      {gap ? <em className="me-2 text-fg-3">{t('partlyNoData')}</em> : null}
      {words(value)}
    </>
  );
}
