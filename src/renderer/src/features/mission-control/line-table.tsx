import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedLine } from '../../charts/export-chart.ts';
import { tableRows } from '../../charts/summary.ts';
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
  const columns = lines.map(({ line }) => tableRows(line, MOST_ROWS));
  const [first = []] = columns;
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
          {first.map(({ at, value }, row) => (
            <tr key={`${at}:${value === null}`} className="border-t">
              <th scope="row" className="px-3 py-1 text-left font-normal">
                {times.zoned(at)}
              </th>
              {columns.map((rows, column) => {
                const cell = column === 0 ? value : rows[row]?.value;
                return (
                  <td key={lines[column]?.name} className="px-3 py-1 text-right tabular-nums">
                    {cell === null || cell === undefined ? <em className="text-fg-3">{t('noData')}</em> : words(cell)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
