import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptView } from '../../../../../shared/models/manifest-receipt.ts';
import { maskContact } from '../../../../../shared/models/mask.ts';
import { call } from '../../../bridge/bridge.ts';
import { Section } from '../../../components/page.tsx';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';

/** Rows of the list; the exported receipt has all of them. */
const LISTED = 200;

/** Rows that the console found right and the platform did not take, by their place in the operator's file. */
export function RefusedTable({
  bench,
  receipt,
}: {
  readonly bench: Workbench;
  readonly receipt: ReceiptView;
}): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const rows = useQuery({
    queryKey: ['manifest-refused', bench.which, receipt.id],
    queryFn: () =>
      call((api) => api.manifests.refused({ ...bench.which, receipt: receipt.id, offset: 0, limit: LISTED })),
  });
  const cell = 'px-3 py-1';
  return (
    <Section title={t('receipt.refused')}>
      <div className="max-h-80 overflow-auto rounded-md border">
        <table className="w-full text-sm">
          <thead className="sticky top-0 bg-surface text-left text-xs text-fg-2">
            <tr>
              <th className={`${cell} text-right font-semibold`}>{t('diff.row')}</th>
              <th className={`${cell} font-semibold`}>{t('diff.phone')}</th>
              <th className={`${cell} font-semibold`}>{t('receipt.code')}</th>
              <th className={`${cell} font-semibold`}>{t('receipt.field')}</th>
              <th className={`${cell} font-semibold`}>{t('receipt.message')}</th>
            </tr>
          </thead>
          <tbody>
            {(rows.data ?? []).map(({ rowNumber, phone, code, column, message }) => (
              <tr key={rowNumber} className="border-t border-line/60">
                <td className={`${cell} text-right font-mono`}>{number(rowNumber)}</td>
                <td className={`${cell} font-mono`}>{maskContact(phone)}</td>
                <td className={cell}>{code}</td>
                <td className={cell}>{column}</td>
                <td className={cell}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {receipt.refused > LISTED ? <p className="text-sm text-fg-2">{t('diff.first', { n: number(LISTED) })}</p> : null}
    </Section>
  );
}
