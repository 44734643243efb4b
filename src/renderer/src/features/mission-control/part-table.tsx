import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedPart } from './model/named-part.ts';

/** Bars as a table, of all parts. */
export function PartTable({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly NamedPart[];
}): ReactNode {
  const { t } = useTranslation('missionControl');
  return (
    <table className="w-full border-collapse" data-testid="part-table">
      <thead>
        <tr className="border-b text-left">
          <th scope="col" className="px-3 py-1 text-xs font-semibold text-fg-3">
            {label}
          </th>
          <th scope="col" className="px-3 py-1 text-right text-xs font-semibold text-fg-3">
            {t('value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ name, text }) => (
          <tr key={name} className="border-b last:border-b-0">
            <th scope="row" className="px-3 py-1 text-left font-normal">
              {name}
            </th>
            <td className="px-3 py-1 text-right tabular-nums">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
