import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoNotCallEntry } from '../../../../shared/models/do-not-call.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { useMask } from '../../app/use-mask.ts';
import { ClockedTime } from '../../components/clocks.tsx';
import type { TableColumn } from '../../table/column.ts';

const SOURCES = ['operator', 'import', 'unsubscribed'] as const;

/** The columns of the do-not-call list: the number, why, from where, who and when. */
export function useEntryColumns(): readonly TableColumn<DoNotCallEntry>[] {
  const { t } = useTranslation('doNotCall');
  const mask = useMask();
  const tenantZone = useActiveTenant()?.timeZone;
  return useMemo(
    () => [
      {
        id: 'phone',
        title: t('column.phone'),
        width: 170,
        rank: 0,
        cell: ({ phone }) => <span className="font-mono text-sm">{mask.contact(phone)}</span>,
      },
      { id: 'reason', title: t('column.reason'), width: 180, grow: 2, rank: 3, cell: ({ reason }) => reason },
      {
        id: 'source',
        title: t('column.source'),
        width: 130,
        rank: 2,
        cell: ({ source }) => {
          const known = SOURCES.find((one) => one === source);
          return known === undefined ? source : t(`sources.${known}`);
        },
      },
      { id: 'addedBy', title: t('column.addedBy'), width: 150, grow: 1, rank: 1, cell: ({ addedBy }) => addedBy },
      {
        id: 'addedAt',
        title: t('column.addedAt'),
        width: 130,
        align: 'end',
        rank: 1,
        cell: ({ addedAt }) => (addedAt === undefined ? null : <ClockedTime at={addedAt} tenantZone={tenantZone} />),
      },
      {
        id: 'expiresAt',
        title: t('column.expiresAt'),
        width: 130,
        align: 'end',
        rank: 4,
        cell: ({ expiresAt }) =>
          expiresAt === undefined ? t('never') : <ClockedTime at={expiresAt} tenantZone={tenantZone} />,
      },
    ],
    [t, mask, tenantZone],
  );
}
